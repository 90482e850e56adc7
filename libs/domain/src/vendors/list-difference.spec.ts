import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from './list-difference.ts';
import type { ListEntry } from './subprocessors.ts';

const line = (name: string, more: Partial<ListEntry> = {}): ListEntry => ({
  name,
  services: '',
  purpose: '',
  data: '',
  location: '',
  phi: '',
  agreement: '',
  notes: '',
  ...more,
});

const nimbus = line('Nimbus Cloud, Inc.', { purpose: 'Hosting', location: 'Ohio' });

describe('what a newer list says otherwise', () => {
  it.each<[string, ListEntry[], ListEntry[], string[], string[], unknown[]]>([
    ['nothing', [nimbus], [nimbus], [], [], []],
    ['a name that is new', [nimbus], [nimbus, line('Parrot Mail')], ['Parrot Mail'], [], []],
    ['a name that is gone', [nimbus, line('Parrot Mail')], [nimbus], [], ['Parrot Mail'], []],
    [
      'another place',
      [nimbus],
      [{ ...nimbus, location: 'Ireland' }],
      [],
      [],
      [{ name: 'Nimbus Cloud, Inc.', services: '', facts: [{ fact: 'location', before: 'Ohio', after: 'Ireland' }] }],
    ],
    [
      'another legal form: the same vendor, its name changed',
      [nimbus],
      [{ ...nimbus, name: 'NIMBUS Cloud LLC' }],
      [],
      [],
      [
        {
          name: 'NIMBUS Cloud LLC',
          services: '',
          facts: [{ fact: 'name', before: 'Nimbus Cloud, Inc.', after: 'NIMBUS Cloud LLC' }],
        },
      ],
    ],
    [
      'one of two services of one name is gone',
      [line('Nimbus', { services: 'Scribe' }), line('Nimbus', { services: 'Triage' })],
      [line('Nimbus', { services: 'Triage' })],
      [],
      ['Nimbus'],
      [],
    ],
    [
      'the service of a name changed',
      [line('Nimbus', { services: 'Scribe' })],
      [line('Nimbus', { services: 'Triage' })],
      [],
      [],
      [{ name: 'Nimbus', services: 'Triage', facts: [{ fact: 'services', before: 'Scribe', after: 'Triage' }] }],
    ],
    [
      'two services became one: which one changed is not clear',
      [line('Nimbus', { services: 'A' }), line('Nimbus', { services: 'B' })],
      [line('Nimbus', { services: 'C' })],
      ['Nimbus'],
      ['Nimbus', 'Nimbus'],
      [],
    ],
    [
      'a line that stands twice, once less',
      [line('Nimbus', { purpose: 'a' }), line('Nimbus', { purpose: 'b' })],
      [line('Nimbus', { purpose: 'a' })],
      [],
      ['Nimbus'],
      [],
    ],
    ['everything, against nothing', [], [nimbus], ['Nimbus Cloud, Inc.'], [], []],
    ['numbers tell apart', [line('Region 1')], [line('Region 2')], ['Region 2'], ['Region 1'], []],
  ])('%s', (_, before, after, added, removed, changed) => {
    const difference = differenceOf(before, after);
    expect(difference.added.map(({ name }) => name)).toEqual(added);
    expect(difference.removed.map(({ name }) => name)).toEqual(removed);
    expect(difference.changed).toEqual(changed);
  });

  it('accounts for every line of both lists, once', () => {
    const lines = fc.array(
      fc.record({
        name: fc.constantFrom('Nimbus', 'Nimbus, Inc.', 'Parrot'),
        services: fc.constantFrom('', 'A', 'B'),
        location: fc.constantFrom('', 'Ohio'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, lines, (one, two) => {
        const [before, after] = [one, two].map((list) => list.map(({ name, ...more }) => line(name, more))) as [
          ListEntry[],
          ListEntry[],
        ];
        const { added, removed, changed } = differenceOf(before, after);
        expect(after.length - added.length).toBe(before.length - removed.length);
        expect(changed.length).toBeLessThanOrEqual(after.length - added.length);
        expect(differenceOf(after, after)).toEqual({ added: [], removed: [], changed: [] });
      }),
    );
  });
});
