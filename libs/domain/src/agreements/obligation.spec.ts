import { describe, expect, it } from 'vitest';
import {
  dueAfter,
  movedDue,
  type ObligationFacts,
  type ObligationState,
  obligationOn,
  obligationsAtEnd,
} from './obligation.ts';

const OPEN: ObligationFacts = {
  dueOn: '2025-03-02',
  outcome: null,
  doneOn: null,
  certificateId: null,
  infeasibleSince: null,
  infeasibleReason: '',
  recheckedOn: null,
};
const INFEASIBLE: ObligationFacts = {
  ...OPEN,
  infeasibleSince: '2025-02-28',
  infeasibleReason: 'Backups expire by themselves.',
};

describe('the end of an agreement starts', () => {
  it('one obligation for each kind of holding, due when the agreement says, else after 30 days', () => {
    const started = obligationsAtEnd('2025-01-31', null);
    expect(started.map(({ category }) => category)).toEqual([
      'primary',
      'backup',
      'prompt_log',
      'vector_index',
      'fine_tune_data',
      'checkpoints',
      'subprocessors',
    ]);
    expect(new Set(started.map(({ dueOn }) => dueOn))).toEqual(new Set(['2025-03-02']));
    expect(dueAfter('2025-01-31', 0)).toBe('2025-01-31');
    expect(dueAfter('2024-01-31', 29)).toBe('2024-02-29');
  });
});

describe('when the last day moves from 31 Jan to 30 Apr 2025', () => {
  const [before, after] = [
    { endsOn: '2025-01-31', returnDays: null },
    { endsOn: '2025-04-30', returnDays: null },
  ];
  it.each([
    ['what is due moves along', OPEN, after, '2025-05-30'],
    ['by the days that the agreement gives', OPEN, { ...after, returnDays: 10 }, '2025-05-10'],
    ['not what somebody set another day for', { ...OPEN, dueOn: '2025-03-01' }, after, undefined],
    ['not what is done', { ...OPEN, outcome: 'returned', doneOn: '2025-02-01' }, after, undefined],
    ['and nothing changes where the day stays', OPEN, before, undefined],
  ] as const)('%s', (_case, obligation, to, due) => {
    expect(movedDue(obligation, before, to)).toBe(due);
  });
});

describe('an obligation to return or destroy', () => {
  it.each<[string, ObligationFacts, string, ObligationState, string | null, string]>([
    ['before it is due', OPEN, '2025-02-01', 'open', '2025-03-02', 'Due on 2 Mar 2025.'],
    ['on the day it is due', OPEN, '2025-03-02', 'open', '2025-03-02', 'Due on 2 Mar 2025.'],
    ['the day after', OPEN, '2025-03-03', 'overdue', '2025-03-02', 'Was due on 2 Mar 2025.'],
    [
      'destroyed, with a certificate',
      { ...OPEN, outcome: 'destroyed', doneOn: '2025-02-20', certificateId: 'c' },
      '2025-02-20',
      'done',
      null,
      'Destroyed on 20 Feb 2025, with a certificate.',
    ],
    [
      'returned, without one',
      { ...OPEN, outcome: 'returned', doneOn: '2025-02-20' },
      '2026-01-01',
      'done',
      null,
      'Returned on 20 Feb 2025; no certificate is on file.',
    ],
    [
      'never held',
      { ...OPEN, outcome: 'not_held', doneOn: '2025-02-20' },
      '2026-01-01',
      'done',
      null,
      'Never held, as established on 20 Feb 2025.',
    ],
    [
      'the day before it was done',
      { ...OPEN, outcome: 'destroyed', doneOn: '2025-04-01' },
      '2025-03-31',
      'overdue',
      '2025-03-02',
      'Was due on 2 Mar 2025.',
    ],
    ['the day before it was infeasible', INFEASIBLE, '2025-02-27', 'open', '2025-03-02', 'Due on 2 Mar 2025.'],
    [
      'infeasible: protections go on, looked at again in 12 months',
      INFEASIBLE,
      '2025-03-03',
      'infeasible',
      '2026-02-28',
      'Return or destruction is infeasible since 28 Feb 2025: Backups expire by themselves. Its protections go on. Look again by 28 Feb 2026.',
    ],
    [
      '12 months later',
      INFEASIBLE,
      '2026-02-28',
      'recheck_due',
      '2026-02-28',
      'Return or destruction is infeasible since 28 Feb 2025: Backups expire by themselves. Its protections go on. It was to be looked at again by 28 Feb 2026.',
    ],
    [
      'looked at again',
      { ...INFEASIBLE, recheckedOn: '2026-01-10' },
      '2026-03-01',
      'infeasible',
      '2027-01-10',
      'Return or destruction is infeasible since 28 Feb 2025: Backups expire by themselves. Its protections go on. Look again by 10 Jan 2027.',
    ],
    [
      'looked at again only after the day',
      { ...INFEASIBLE, recheckedOn: '2026-03-10' },
      '2026-03-01',
      'recheck_due',
      '2026-02-28',
      'Return or destruction is infeasible since 28 Feb 2025: Backups expire by themselves. Its protections go on. It was to be looked at again by 28 Feb 2026.',
    ],
    [
      'destroyed after all',
      { ...INFEASIBLE, outcome: 'destroyed', doneOn: '2027-06-30' },
      '2027-06-30',
      'done',
      null,
      'Destroyed on 30 Jun 2027; no certificate is on file.',
    ],
  ])('%s', (_case, obligation, day, state, nextOn, text) => {
    expect(obligationOn(obligation, day)).toEqual({
      state,
      nextOn,
      reason: { key: state, text, citation: '45 CFR 164.504(e)(2)(ii)(J)' },
    });
  });
});
