import type { Reason } from '../decision.ts';
import { dayAfter, dayBefore } from '../time/dates.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';

/*
 * The days on which an agreement binds both parties. The column `in_effect` of the table says the same, without the
 * reasons; a test of the API compares the two.
 */

export interface EffectFacts {
  readonly signedByUpperOn: PlainDate | null;
  readonly signedByVendorOn: PlainDate | null;
  readonly effectiveOn: PlainDate | null;
  readonly renewal: 'fixed' | 'auto' | 'evergreen' | 'unknown';
  readonly termEndsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  /** First day of the agreement that took its place. */
  readonly supersededOn: PlainDate | null;
}

export interface DaysInEffect {
  readonly from: PlainDate;
  /** Last day; null while no end is recorded. */
  readonly through: PlainDate | null;
}

/** Null while it binds on no day at all. */
export function daysInEffect(agreement: EffectFacts): DaysInEffect | null {
  const { signedByUpperOn, signedByVendorOn, effectiveOn } = agreement;
  if (signedByUpperOn === null || signedByVendorOn === null || effectiveOn === null) return null;
  return { from: effectiveOn, through: endOf(agreement)?.through ?? null };
}

export function isInEffect(agreement: EffectFacts, day: PlainDate): boolean {
  const days = daysInEffect(agreement);
  return days !== null && days.from <= day && (days.through === null || day <= days.through);
}

/** Why it binds from and through these days, or what is missing for it to bind. */
export function reasonsInEffect(agreement: EffectFacts): Reason[] {
  const missing = MISSING.filter(({ fact }) => agreement[fact] === null);
  if (missing.length > 0) return missing;
  const { effectiveOn } = agreement;
  return [
    {
      key: 'effective',
      text: `Signed by both parties and effective since ${dayText(effectiveOn ?? '')}.`,
      fact: 'effectiveOn',
      citation: WRITTEN,
    },
    endOf(agreement)?.reason ?? OPEN,
  ];
}

/** The earliest of what ends it. A term that renews does not end it; a fixed one does, without anybody's act. */
function endOf({ renewal, termEndsOn, endsOn, supersededOn }: EffectFacts) {
  let end: { through: PlainDate; reason: Reason } | null = null;
  const consider = (through: PlainDate | null, reason: (through: PlainDate) => Reason) => {
    if (through !== null && (end === null || through < end.through)) end = { through, reason: reason(through) };
  };
  consider(endsOn, ended);
  consider(supersededOn === null ? null : dayBefore(supersededOn), superseded);
  consider(renewal === 'fixed' ? termEndsOn : null, termEnded);
  return end as { through: PlainDate; reason: Reason } | null;
}

const ended = (through: PlainDate): Reason => ({
  key: 'ended',
  text: `Its last day in effect is ${dayText(through)}.`,
  fact: 'endsOn',
  citation: 'practice',
});
const superseded = (through: PlainDate): Reason => ({
  key: 'superseded',
  text: `Another agreement takes its place on ${dayText(dayAfter(through))}.`,
  fact: 'supersededOn',
  citation: 'practice',
});
const termEnded = (through: PlainDate): Reason => ({
  key: 'term-ended',
  text: `Its fixed term ends on ${dayText(through)}.`,
  fact: 'termEndsOn',
  citation: 'practice',
});

const WRITTEN = '45 CFR 164.502(e)(2)';
const MISSING = [
  { fact: 'signedByUpperOn', key: 'upper-not-signed', text: 'Not signed by the upper party.', citation: WRITTEN },
  { fact: 'signedByVendorOn', key: 'vendor-not-signed', text: 'Not signed by the vendor.', citation: WRITTEN },
  { fact: 'effectiveOn', key: 'no-effective-date', text: 'No effective date is recorded.', citation: 'practice' },
] as const;
const OPEN: Reason = { key: 'no-end', text: 'No end is recorded.', fact: 'endsOn', citation: 'practice' };
