import { expect, it } from 'vitest';
import { type Version, versionsOf } from './versions.ts';

const filed = (id: string, facts: Partial<Version> = {}): Version => ({
  id,
  replacesId: null,
  withdrawnAt: null,
  createdAt: `2026-01-0${id}`,
  ...facts,
});

it('shows each document in its last version, with what it replaced', () => {
  const documents = [
    filed('1'),
    filed('2', { replacesId: '1' }),
    filed('3'),
    filed('4', { replacesId: '2' }),
    filed('5', { withdrawnAt: '2026-02-01' }),
  ];
  expect(versionsOf(documents).map(({ last, earlier }) => [last.id, ...earlier.map(({ id }) => id)])).toEqual([
    ['4', '2', '1'],
    ['3'],
    ['5'],
  ]);
});
