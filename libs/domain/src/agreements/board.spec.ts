import { describe, expect, it } from 'vitest';
import { columnOf, hasOpenObligations } from './board.ts';
import type { LifecycleFacts } from './lifecycle.ts';
import type { ObligationFacts } from './obligation.ts';

const DAY = '2026-11-22';
const BAA: LifecycleFacts = {
  draftedOn: null,
  sentOn: null,
  signedByUpperOn: '2025-01-01',
  signedByVendorOn: '2025-01-01',
  effectiveOn: '2025-01-01',
  renewal: 'evergreen',
  termEndsOn: null,
  noticeGivenOn: null,
  noticeGivenBy: null,
  endsOn: null,
  endReason: '',
  supersededOn: null,
};
const UNSIGNED = { signedByUpperOn: null, signedByVendorOn: null, effectiveOn: null };
const OPEN: ObligationFacts = {
  dueOn: '2026-10-01',
  outcome: null,
  doneOn: null,
  certificateId: null,
  infeasibleSince: null,
  infeasibleReason: '',
  recheckedOn: null,
};
const DONE: ObligationFacts = { ...OPEN, outcome: 'returned', doneOn: DAY };
const FIXED = { renewal: 'fixed' } as const;

describe('the board', () => {
  it.each<[string, Partial<LifecycleFacts>, ObligationFacts[], string | null]>([
    ['a draft', UNSIGNED, [], 'inNegotiation'],
    ['sent', { ...UNSIGNED, sentOn: '2026-01-01' }, [], 'inNegotiation'],
    ['signed by one', { ...UNSIGNED, signedByVendorOn: '2026-01-01' }, [], 'inNegotiation'],
    ['signed by both, effective later', { effectiveOn: '2027-06-01' }, [], 'signed'],
    ['in effect without an end', {}, [], 'signed'],
    ['in effect, its term renews next week', { renewal: 'auto', termEndsOn: '2026-11-30' }, [], 'signed'],
    ['91 days to its end', { ...FIXED, termEndsOn: '2027-02-21' }, [], 'signed'],
    ['90 days', { ...FIXED, termEndsOn: '2027-02-20' }, [], 'expiringIn90'],
    ['31 days', { ...FIXED, termEndsOn: '2026-12-23' }, [], 'expiringIn90'],
    ['30 days', { ...FIXED, termEndsOn: '2026-12-22' }, [], 'expiringIn30'],
    ['its last day', { ...FIXED, termEndsOn: DAY }, [], 'expiringIn30'],
    ['notice given, ends in two months', { noticeGivenOn: '2026-11-01', endsOn: '2027-01-22' }, [OPEN], 'expiringIn90'],
    ['to be superseded next week', { supersededOn: '2026-11-29' }, [], 'expiringIn30'],
    ['ended, something open', { endsOn: '2026-09-01' }, [DONE, OPEN], 'endedOpen'],
    [
      'ended, infeasible: PHI is still held',
      { endsOn: '2026-09-01' },
      [{ ...OPEN, infeasibleSince: '2026-09-15' }],
      'endedOpen',
    ],
    ['ended, done later than the day', { endsOn: '2026-09-01' }, [{ ...DONE, doneOn: '2026-11-23' }], 'endedOpen'],
    ['ended, all done', { endsOn: '2026-09-01' }, [DONE], null],
    ['its term ran out, nobody recorded the end', { ...FIXED, termEndsOn: '2026-09-01' }, [], 'endedOpen'],
    ['superseded: the PHI went on under the next', { supersededOn: '2026-09-01' }, [], null],
    [
      'superseded, with obligations of an end that was recorded before',
      { endsOn: '2026-08-01', supersededOn: '2026-09-01' },
      [OPEN],
      'endedOpen',
    ],
  ])('%s', (_case, facts, obligations, column) => {
    expect(columnOf({ ...BAA, ...facts }, obligations, DAY)).toBe(column);
    expect(hasOpenObligations({ ...BAA, ...facts }, obligations, DAY)).toBe(column === 'endedOpen');
  });
});
