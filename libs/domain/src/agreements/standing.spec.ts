import { expect, it } from 'vitest';
import { standingOn } from './standing.ts';

const BAA = {
  draftedOn: null,
  sentOn: null,
  signedByUpperOn: '2025-01-01',
  signedByVendorOn: '2025-01-01',
  effectiveOn: '2025-01-01',
  renewal: 'auto',
  termEndsOn: '2025-12-31',
  renewalMonths: 12,
  noticeDays: 30,
  noticeGivenOn: null,
  noticeGivenBy: null,
  endsOn: null,
  endReason: '',
  supersededOn: null,
} as const;

it('stage, term and retention are of one day', () => {
  const { reasons, retention, ...standing } = standingOn(BAA, [], '2026-11-22');
  expect(standing).toEqual({
    stage: 'in_effect',
    inEffectThrough: null,
    termEndsOn: '2026-12-31',
    noticeBy: '2026-12-01',
    daysLeft: 39,
    keepUntil: null,
  });
  expect([...reasons, retention].map(({ key }) => key)).toEqual([
    'effective',
    'no-end',
    'auto',
    'notice-by',
    'in-effect',
  ]);
});

it('after its end nothing of the term is left', () => {
  const ended = { ...BAA, endsOn: '2026-10-31', endReason: 'Replaced' };
  const { reasons, retention, ...standing } = standingOn(ended, [], '2026-11-22');
  expect(standing).toEqual({
    stage: 'ended',
    inEffectThrough: '2026-10-31',
    termEndsOn: null,
    noticeBy: null,
    daysLeft: null,
    keepUntil: '2032-10-31',
  });
  expect([...reasons, retention].map(({ key }) => key)).toEqual(['ended', 'end-reason', 'six-years']);
});
