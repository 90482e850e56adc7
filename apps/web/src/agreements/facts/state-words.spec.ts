import { describe, expect, it } from 'vitest';
import { type StatedAgreement, stateWords } from './state-words.ts';

const signed = {
  vendor: { name: 'Brieflight' },
  signedByUpperOn: '2024-03-20',
  signedByVendorOn: '2024-03-28',
  effectiveOn: '2024-04-01',
  renewal: 'auto',
  renewalMonths: 12,
} as const;
const stated = (facts: Partial<StatedAgreement>, standing: StatedAgreement['standing']): string =>
  stateWords({ ...signed, ...facts, standing }, 'Northfield Clinics', '2026-11-22');

describe('the state of an agreement in words', () => {
  it.each<[string, string, Partial<StatedAgreement>, StatedAgreement['standing']]>([
    ['a draft without a date', 'A draft, not sent yet.', { draftedOn: null }, { stage: 'drafted' }],
    ['a draft', 'Drafted on 3 Oct 2026, not sent yet.', { draftedOn: '2026-10-03' }, { stage: 'drafted' }],
    ['sent', 'Sent on 5 Oct 2026; signed by neither party.', { sentOn: '2026-10-05' }, { stage: 'sent' }],
    [
      'signed by the vendor alone',
      'Signed by Brieflight on 28 Mar 2024, not by Northfield Clinics yet.',
      { signedByUpperOn: null },
      { stage: 'partly_signed' },
    ],
    [
      'signed by a vendor above alone',
      'Signed by Cloudbase on 20 Mar 2024, not by Brieflight yet.',
      { signedByVendorOn: null, upperVendor: { name: 'Cloudbase' } },
      { stage: 'partly_signed' },
    ],
    [
      'signed, effective later',
      'Signed by both parties; in effect from 1 Jan 2027.',
      { effectiveOn: '2027-01-01' },
      { stage: 'signed' },
    ],
    [
      'signed without an effective date',
      'Signed by both parties; from which day it is in effect is not recorded.',
      { effectiveOn: null },
      { stage: 'signed' },
    ],
    [
      'renews unless notice is given',
      'In effect through 31 Mar 2027; renews for 12 months unless notice is given by 31 Dec 2026.',
      {},
      { stage: 'in_effect', termEndsOn: '2027-03-31', noticeBy: '2026-12-31' },
    ],
    [
      'renews, and the day for notice is over',
      'In effect through 31 Dec 2026; renews for 1 month, as the last day to give notice was 1 Nov 2026.',
      { renewalMonths: 1 },
      { stage: 'in_effect', termEndsOn: '2026-12-31', noticeBy: '2026-11-01' },
    ],
    [
      'a fixed term',
      'In effect through 31 Mar 2027, the end of its term; it does not renew by itself.',
      { renewal: 'fixed' },
      { stage: 'in_effect', inEffectThrough: '2027-03-31', termEndsOn: '2027-03-31' },
    ],
    [
      'an end ahead',
      'In effect through 30 Nov 2026, its recorded last day.',
      { endsOn: '2026-11-30' },
      { stage: 'in_effect', inEffectThrough: '2026-11-30', termEndsOn: '2027-03-31' },
    ],
    [
      'superseded in a week',
      'In effect through 30 Nov 2026; “Restated BAA” then takes its place.',
      { supersededOn: '2026-12-01', supersededBy: { title: 'Restated BAA' } },
      { stage: 'in_effect', inEffectThrough: '2026-11-30', termEndsOn: '2027-03-31' },
    ],
    [
      'runs until it is ended',
      'In effect since 1 Apr 2024; it runs until it is ended.',
      { renewal: 'evergreen' },
      { stage: 'in_effect' },
    ],
    [
      'renewal unknown',
      'In effect since 1 Apr 2024; its term ends on 31 Mar 2027, and whether it renews is unknown.',
      { renewal: 'unknown' },
      { stage: 'in_effect', termEndsOn: '2027-03-31' },
    ],
    [
      'nothing known of its term',
      'In effect since 1 Apr 2024; how long it runs is unknown.',
      { renewal: 'unknown' },
      { stage: 'in_effect' },
    ],
    [
      'notice by the vendor',
      'Brieflight gave notice of termination on 1 Nov 2026; in effect through 31 Jan 2027.',
      { noticeGivenOn: '2026-11-01', noticeGivenBy: 'vendor', endsOn: '2027-01-31' },
      { stage: 'notice', inEffectThrough: '2027-01-31' },
    ],
    [
      'ended, with why',
      'Ended on 31 Oct 2026: The pilot is over.',
      { endsOn: '2026-10-31', endReason: 'The pilot is over' },
      { stage: 'ended', inEffectThrough: '2026-10-31' },
    ],
    [
      'superseded',
      'Superseded by “Restated BAA”; it was in effect through 31 Mar 2022.',
      { supersededOn: '2022-04-01', supersededBy: { title: 'Restated BAA' } },
      { stage: 'superseded', inEffectThrough: '2022-03-31' },
    ],
  ])('%s', (_, words, facts, standing) => {
    expect(stated(facts, standing)).toBe(words);
  });
});
