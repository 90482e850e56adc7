import { expect, it } from 'vitest';
import { dueObligations } from './due-obligations.ts';

const ended = (id: string, ...obligations: [state: string, nextOn?: string][]) => ({
  id,
  title: `BAA ${id}`,
  vendor: { name: 'Brieflight' },
  obligations: obligations.map(([state, nextOn = null]) => ({ standing: { state, nextOn } })),
});

it('tells what is late, the longest late first, and leaves out what is only open', () => {
  expect(
    dueObligations([
      ended('1', ['open', '2026-12-01'], ['done']),
      ended('2', ['overdue', '2026-11-20'], ['overdue', '2026-10-01'], ['recheck_due', '2026-11-01']),
      ended('3', ['recheck_due', '2026-09-01'], ['infeasible', '2027-09-01']),
    ]).map(({ id, words, since }) => ({ id, words, since })),
  ).toEqual([
    { id: '3', words: '1 to look at again', since: '2026-09-01' },
    { id: '2', words: '2 obligations overdue, 1 to look at again', since: '2026-10-01' },
  ]);
});

it('an end that nobody recorded is late too', () => {
  expect(dueObligations([ended('1')])).toEqual([
    { id: '1', title: 'BAA 1', vendor: 'Brieflight', words: 'End not recorded', since: undefined },
  ]);
});
