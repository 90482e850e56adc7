import { expect, test } from 'vitest';
import { nameIn, placeOf } from './subject.ts';

test.each([
  ['a record with a page', { entity: 'agreement', entityId: 'a1' }, '/agreements/$id', 'a1'],
  [
    'what belongs to one, by the closest',
    { entity: 'covered_service', entityId: 'c1', after: { agreement_id: 'a1', vendor_id: 'v1' } },
    '/agreements/$id',
    'a1',
  ],
  ['what was removed', { entity: 'service', entityId: 's1', before: { vendor_id: 'v1' } }, '/vendors/$id', 'v1'],
  ['what has no page', { entity: 'invitation', entityId: 'i1', after: { email: 'x' } }, undefined, undefined],
])('%s', (_, event, to, id) => {
  const place = placeOf(event);
  expect(place?.to).toBe(to);
  expect(place?.params.id).toBe(id);
});

test('a record is called by its name, file name, title or condition', () => {
  expect(nameIn({ title: 'BAA of 2024', name: undefined })).toBe('BAA of 2024');
  expect(nameIn({ version: 3 })).toBeUndefined();
});
