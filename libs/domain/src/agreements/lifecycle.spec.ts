import { describe, expect, it } from 'vitest';
import { type AgreementStage, type LifecycleFacts, stageOn } from './lifecycle.ts';

const NOTHING: LifecycleFacts = {
  draftedOn: null,
  sentOn: null,
  signedByUpperOn: null,
  signedByVendorOn: null,
  effectiveOn: null,
  renewal: 'evergreen',
  termEndsOn: null,
  noticeGivenOn: null,
  noticeGivenBy: null,
  endsOn: null,
  endReason: '',
  supersededOn: null,
};
/** A whole life: every day below is the first of its step. */
const LIFE: LifecycleFacts = {
  ...NOTHING,
  draftedOn: '2024-01-10',
  sentOn: '2024-01-20',
  signedByVendorOn: '2024-02-01',
  signedByUpperOn: '2024-02-05',
  effectiveOn: '2024-03-01',
  noticeGivenOn: '2025-01-15',
  noticeGivenBy: 'upper',
  endsOn: '2025-02-28',
  endReason: 'Moved to another product',
  supersededOn: '2025-06-01',
};

describe('an agreement goes through its stages', () => {
  it.each<[string, AgreementStage, string[]]>([
    ['2024-01-01', 'drafted', ['drafted']],
    ['2024-01-10', 'drafted', ['drafted']],
    ['2024-01-19', 'drafted', ['drafted']],
    ['2024-01-20', 'sent', ['sent', 'upper-not-signed', 'vendor-not-signed']],
    ['2024-01-31', 'sent', ['sent', 'upper-not-signed', 'vendor-not-signed']],
    ['2024-02-01', 'partly_signed', ['upper-not-signed', 'vendor-signed']],
    ['2024-02-04', 'partly_signed', ['upper-not-signed', 'vendor-signed']],
    ['2024-02-05', 'signed', ['upper-signed', 'vendor-signed', 'effective-later']],
    ['2024-02-29', 'signed', ['upper-signed', 'vendor-signed', 'effective-later']],
    ['2024-03-01', 'in_effect', ['effective', 'ended']],
    ['2025-01-14', 'in_effect', ['effective', 'ended']],
    ['2025-01-15', 'notice', ['notice', 'effective', 'ended']],
    ['2025-02-28', 'notice', ['notice', 'effective', 'ended']],
    ['2025-03-01', 'ended', ['ended', 'end-reason']],
    ['2025-05-31', 'ended', ['ended', 'end-reason']],
    ['2025-06-01', 'superseded', ['superseded']],
    ['2099-01-01', 'superseded', ['superseded']],
  ])('on %s: %s', (day, stage, keys) => {
    const answer = stageOn(LIFE, day);
    expect([answer.stage, answer.reasons.map(({ key }) => key)]).toEqual([stage, keys]);
  });

  it.each<[string, Partial<LifecycleFacts>, AgreementStage]>([
    ['nothing is recorded', {}, 'drafted'],
    ['it was signed without a draft on record', { signedByUpperOn: '2024-02-05' }, 'partly_signed'],
    ['a signature is dated after the day', { sentOn: '2024-01-20', signedByUpperOn: '2026-01-02' }, 'sent'],
    [
      'both signed, and nobody said from when it is effective',
      { signedByUpperOn: '2024-02-05', signedByVendorOn: '2024-02-05' },
      'signed',
    ],
    [
      'it is effective from a later day on',
      { ...LIFE, effectiveOn: '2026-02-01', noticeGivenOn: null, endsOn: null, supersededOn: null },
      'signed',
    ],
    [
      'notice was given before it is effective',
      { ...LIFE, effectiveOn: '2026-02-01', endsOn: '2026-03-01', supersededOn: null },
      'signed',
    ],
    ['its last day is the day', { ...LIFE, endsOn: '2026-01-01', supersededOn: null }, 'notice'],
    [
      'its fixed term ran out',
      { ...LIFE, noticeGivenOn: null, endsOn: null, supersededOn: null, renewal: 'fixed', termEndsOn: '2025-12-31' },
      'ended',
    ],
    [
      'its term renews',
      { ...LIFE, noticeGivenOn: null, endsOn: null, supersededOn: null, renewal: 'auto', termEndsOn: '2025-12-31' },
      'in_effect',
    ],
    [
      'it was superseded within its term',
      { ...LIFE, noticeGivenOn: null, endsOn: null, supersededOn: '2026-01-01' },
      'superseded',
    ],
    [
      'it is superseded tomorrow',
      { ...LIFE, noticeGivenOn: null, endsOn: null, supersededOn: '2026-01-02' },
      'in_effect',
    ],
  ])('on 1 Jan 2026, when %s', (_case, facts, stage) => {
    expect(stageOn({ ...NOTHING, ...facts }, '2026-01-01').stage).toBe(stage);
  });

  it('says who gave notice, and why it ended', () => {
    expect(stageOn(LIFE, '2025-01-15').reasons[0]?.text).toBe(
      'Notice of termination was given by the upper party on 15 Jan 2025.',
    );
    expect(stageOn(LIFE, '2025-03-01').reasons.map(({ text }) => text)).toEqual([
      'Its last day in effect is 28 Feb 2025.',
      'Moved to another product',
    ]);
  });
});
