import type { Reason } from '../decision.ts';
import { addDays } from '../time/dates.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** An agreement with the vendor, as far as a deadline asks for it. */
export interface ObjectionTerms {
  readonly title: string;
  /** Days on which it binds; null while it binds on none. */
  readonly inEffect: { readonly from: PlainDate; readonly through: PlainDate | null } | null;
  /** Days to object to a new subprocessor, where it says so. */
  readonly objectionDays: number | null;
}
export interface ObjectionDeadline {
  /** Last day. */
  readonly on: PlainDate;
  readonly reason: Reason;
}

/**
 * Last day to object to what a list adds. The days run from when the list was recorded here or is dated, whichever is
 * later: nobody can object to what they were not told. Of several agreements the shortest time counts.
 */
export function objectionDeadline(
  list: { readonly listedOn: PlainDate; readonly recordedOn: PlainDate },
  agreements: readonly ObjectionTerms[],
): ObjectionDeadline | null {
  const recorded = list.recordedOn > list.listedOn;
  const start = recorded ? list.recordedOn : list.listedOn;
  const [binding] = agreements
    .flatMap(({ title, inEffect, objectionDays }) =>
      objectionDays !== null && inEffect && inEffect.from <= start && (!inEffect.through || start <= inEffect.through)
        ? [{ title, days: objectionDays }]
        : [],
    )
    .toSorted((a, b) => a.days - b.days);
  if (!binding) return null;
  const days = binding.days === 1 ? '1 day' : `${binding.days} days`;
  const from = recorded ? `the list was recorded on ${dayText(start)}` : `the list is dated ${dayText(start)}`;
  return {
    on: addDays(start, binding.days),
    reason: {
      key: recorded ? 'from-recorded' : 'from-listed',
      text: `“${binding.title}” gives ${days} to object to a new subprocessor; ${from}.`,
      fact: 'objectionDays',
    },
  };
}
