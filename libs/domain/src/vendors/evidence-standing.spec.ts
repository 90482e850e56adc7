import { describe, expect, it } from 'vitest';
import { evidenceStandingOn } from './evidence-standing.ts';

describe('where a document of a vendor stands', () => {
  it.each([
    ['on its last day', null, '2026-05-31', 'expiring', 'It expires soon: its last day is 2026-05-31.'],
    ['the day after its last day', null, '2026-05-30', 'expired', 'It expired: its last day was 2026-05-30.'],
    [
      '90 days before its last day',
      '2026-01-01',
      '2026-08-29',
      'expiring',
      'It expires soon: its last day is 2026-08-29.',
    ],
    ['91 days before its last day', '2026-01-01', '2026-08-30', 'current', 'It counts through 2026-08-30.'],
    ['on its first day', '2026-05-31', '2027-05-30', 'current', 'It counts through 2027-05-30.'],
    ['the day before its first day', '2026-06-01', '2027-05-31', 'not_yet', 'It does not count before 2026-06-01.'],
    [
      'without an expiry date',
      '2020-01-01',
      null,
      'undated',
      'It has no expiry date; whether it still counts is unknown.',
    ],
    ['without dates', null, null, 'undated', 'It has no expiry date; whether it still counts is unknown.'],
  ])('%s', (_, effectiveOn, expiresOn, state, text) => {
    expect(evidenceStandingOn({ effectiveOn, expiresOn }, '2026-05-31')).toMatchObject({ state, reason: { text } });
  });
});
