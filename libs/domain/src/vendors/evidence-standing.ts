import type { Reason } from '../decision.ts';
import { addDays } from '../time/dates.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** Days before its last day from which a document is asked for again [policy]. */
export const EXPIRING_DAYS = 90;

export const EVIDENCE_STATES = {
  current: 'Current',
  expiring: 'Expiring',
  expired: 'Expired',
  not_yet: 'Not yet in force',
  undated: 'No expiry date',
} as const;
export type EvidenceState = keyof typeof EVIDENCE_STATES;

export interface EvidenceDates {
  readonly effectiveOn: PlainDate | null;
  /** Last day on which it counts. */
  readonly expiresOn: PlainDate | null;
}

export interface EvidenceStanding {
  readonly state: EvidenceState;
  readonly reason: Reason;
}

/** Where a document of a vendor stands on a day. Without an expiry date nobody knows whether it still counts. */
export function evidenceStandingOn({ effectiveOn, expiresOn }: EvidenceDates, day: PlainDate): EvidenceStanding {
  if (expiresOn && expiresOn < day)
    return standing('expired', `It expired: its last day was ${expiresOn}.`, 'expiresOn');
  if (effectiveOn && effectiveOn > day)
    return standing('not_yet', `It does not count before ${effectiveOn}.`, 'effectiveOn');
  if (!expiresOn) return standing('undated', 'It has no expiry date; whether it still counts is unknown.', 'expiresOn');
  if (expiresOn <= addDays(day, EXPIRING_DAYS))
    return standing('expiring', `It expires soon: its last day is ${expiresOn}.`, 'expiresOn', 'policy');
  return standing('current', `It counts through ${expiresOn}.`, 'expiresOn');
}

const standing = (state: EvidenceState, text: string, fact: string, citation?: string): EvidenceStanding => ({
  state,
  reason: { key: state, text, fact, ...(citation && { citation }) },
});
