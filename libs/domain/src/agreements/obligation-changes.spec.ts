import { describe, expect, it } from 'vitest';
import type { ObligationFacts } from './obligation.ts';
import {
  mayRecheck,
  mayStillChange,
  wrongDue,
  wrongFulfilment,
  wrongInfeasibility,
  wrongRecheck,
} from './obligation-changes.ts';

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
const TODAY = '2026-11-22';

describe('what is said about an obligation', () => {
  const DONE = { outcome: 'destroyed', doneOn: '2026-11-22', method: 'Cryptographic erasure' } as const;
  it.each([
    ['done today', OPEN, DONE, []],
    ['returned, which needs no method', OPEN, { ...DONE, outcome: 'returned', method: '' }, []],
    ['returned before the last day', OPEN, { ...DONE, doneOn: '2024-12-01' }, []],
    ['done in the future', OPEN, { ...DONE, doneOn: '2026-11-23' }, ['doneOn']],
    ['done before it was declared infeasible', INFEASIBLE, { ...DONE, doneOn: '2025-02-27' }, ['doneOn']],
    ['done on the day it was declared infeasible', INFEASIBLE, { ...DONE, doneOn: '2025-02-28' }, []],
    ['destroyed, nobody says how', OPEN, { ...DONE, method: '' }, ['method']],
    ['everything wrong', INFEASIBLE, { outcome: 'destroyed', doneOn: '2026-11-23', method: '' }, ['doneOn', 'method']],
  ] as const)('fulfilled: %s', (_case, obligation, said, wrong) => {
    expect(wrongFulfilment(obligation, said, TODAY).map(({ fact }) => fact)).toEqual(wrong);
  });

  it.each([
    ['on the last day', '2025-01-31', []],
    ['today', TODAY, []],
    ['before the last day', '2025-01-30', ['since']],
    ['in the future', '2026-11-23', ['since']],
  ])('infeasible %s', (_case, since, wrong) => {
    expect(wrongInfeasibility(since, '2025-01-31', TODAY).map(({ fact }) => fact)).toEqual(wrong);
  });

  it.each([
    ['on the day it was declared', INFEASIBLE, '2025-02-28', []],
    ['before that', INFEASIBLE, '2025-02-27', ['recheckedOn']],
    ['before the last time', { ...INFEASIBLE, recheckedOn: '2026-02-01' }, '2026-01-31', ['recheckedOn']],
    ['in the future', INFEASIBLE, '2026-11-23', ['recheckedOn']],
  ])('looked at again %s', (_case, obligation, day, wrong) => {
    expect(wrongRecheck(obligation, day, TODAY).map(({ fact }) => fact)).toEqual(wrong);
  });

  it('is due on any day from the last one on', () => {
    expect(wrongDue('2025-01-31', '2025-01-31')).toEqual([]);
    expect(wrongDue('2025-01-30', '2025-01-31')).toMatchObject([{ fact: 'dueOn' }]);
    expect(wrongDue('2025-01-30', null)).toEqual([]);
  });

  it('changes no more once it is done, and is looked at again only where infeasible', () => {
    const done: ObligationFacts = { ...INFEASIBLE, outcome: 'returned', doneOn: '2025-02-20' };
    expect(mayStillChange(OPEN).allowed).toBe(true);
    expect(mayStillChange(done)).toMatchObject({ allowed: false, because: [{ key: 'done' }] });
    expect(mayRecheck(INFEASIBLE).allowed).toBe(true);
    expect(mayRecheck(OPEN)).toMatchObject({ allowed: false, because: [{ key: 'not-infeasible' }] });
    expect(mayRecheck(done)).toMatchObject({ allowed: false, because: [{ key: 'done' }] });
  });
});
