import { columnOf as ruleColumn } from '@attestry/domain/agreements/board.ts';
import { daysInEffect } from '@attestry/domain/agreements/in-effect.ts';
import { stageOn } from '@attestry/domain/agreements/lifecycle.ts';
import { addDays } from '@attestry/domain/time/dates.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../test/test-app.ts';
import { columnOf, stageOf, THROUGH } from './agreement-source.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

const DAY = '2026-06-15';
const RENEWALS = ['fixed', 'auto', 'evergreen', 'unknown'] as const;

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}
const random = numbers(7);
const chance = () => random.next().value;
const date = (known = 0.6) => (chance() < known ? addDays(DAY, Math.floor(chance() * 260) - 130) : null);
const facts = () => ({
  draftedOn: date(),
  sentOn: date(),
  signedByUpperOn: date(0.9),
  signedByVendorOn: date(0.9),
  effectiveOn: date(0.85),
  renewal: RENEWALS[Math.floor(chance() * 4)]!,
  termEndsOn: date(),
  noticeGivenOn: date(0.3),
  noticeGivenBy: null,
  endsOn: date(0.4),
  endReason: '',
  supersededOn: date(0.2),
});
const obligation = () => ({
  dueOn: addDays(DAY, 10),
  outcome: null,
  doneOn: date(0.8),
  certificateId: null,
  infeasibleSince: null,
  infeasibleReason: '',
  recheckedOn: null,
});

it('stage, last day and column as SQL say what the rules say, on 20,000 agreements', async () => {
  const cases = Array.from({ length: 20_000 }, (_, id) => ({
    id,
    agreement: facts(),
    obligations: Array.from({ length: Math.floor(chance() * 3) }, obligation),
  }));
  const rows = cases.map(({ id, agreement: a, obligations }) => ({
    position: id,
    drafted_on: a.draftedOn,
    sent_on: a.sentOn,
    signed_by_upper_on: a.signedByUpperOn,
    signed_by_vendor_on: a.signedByVendorOn,
    effective_on: a.effectiveOn,
    renewal: a.renewal,
    term_ends_on: a.termEndsOn,
    notice_given_on: a.noticeGivenOn,
    ends_on: a.endsOn,
    superseded_on: a.supersededOn,
    open: obligations.length === 0 ? null : obligations.some(({ doneOn }) => doneOn === null || doneOn > DAY),
  }));
  const answers = await app.sql(
    `SELECT stage, through::text, ${columnOf('$1')} AS "column" FROM (
       SELECT a.*, ${stageOf('$1')} AS stage, ${THROUGH} AS through FROM jsonb_to_recordset($2::jsonb) a (position int,
         drafted_on date, sent_on date, signed_by_upper_on date, signed_by_vendor_on date, effective_on date, renewal text,
         term_ends_on date, notice_given_on date, ends_on date, superseded_on date, open boolean)) agreement
     CROSS JOIN LATERAL (SELECT agreement.open) o ORDER BY position`,
    [DAY, JSON.stringify(rows)],
  );
  const expected = cases.map(({ agreement, obligations }) => ({
    stage: stageOn(agreement, DAY).stage,
    through: daysInEffect(agreement)?.through ?? null,
    column: ruleColumn(agreement, obligations, DAY),
  }));
  const differing = answers.flatMap((answer, at) =>
    JSON.stringify(answer) === JSON.stringify(expected[at])
      ? []
      : [{ answer, expected: expected[at], facts: cases[at] }],
  );
  expect(differing.slice(0, 3)).toEqual([]);
  const seen = (key: 'stage' | 'column') => [...new Set(expected.map((one) => one[key]))].sort();
  expect(seen('stage'), 'every stage occurs').toHaveLength(8);
  expect(seen('column'), 'every column occurs').toHaveLength(6);
});
