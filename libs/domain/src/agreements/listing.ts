import type { Reason } from '../decision.ts';
import { dayBefore } from '../time/dates.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { daysInEffect, type EffectFacts } from './in-effect.ts';

export interface ListedDays {
  readonly listedFrom: PlainDate | null;
  /** Last day. */
  readonly listedThrough: PlainDate | null;
}

/** What is wrong with the days on which an agreement lists a service. */
export const wrongListing = ({ listedFrom, listedThrough }: ListedDays): Reason[] =>
  listedFrom !== null && listedThrough !== null && listedThrough < listedFrom
    ? [about('listedThrough', `must not be before it is listed, ${dayText(listedFrom)}`)]
    : [];

/** What is wrong with the day from which an amendment is effective. */
export function wrongAmendment(effectiveOn: PlainDate, agreement: EffectFacts): Reason[] {
  const days = daysInEffect(agreement);
  if (days === null)
    return [about('effectiveOn', 'needs an agreement that is in effect: change its terms and its list instead')];
  if (effectiveOn < days.from)
    return [about('effectiveOn', `must not be before the agreement is effective, ${dayText(days.from)}`)];
  if (days.through !== null && effectiveOn > days.through)
    return [about('effectiveOn', `must not be after the agreement's last day, ${dayText(days.through)}`)];
  return [];
}

/** The last day of a line that an amendment takes off the list, or what is wrong with taking it off. */
export function lastDayListed(
  { listedFrom, listedThrough }: ListedDays,
  effectiveOn: PlainDate,
): { readonly day: PlainDate } | { readonly wrong: string } {
  const day = dayBefore(effectiveOn);
  if (listedThrough !== null && listedThrough < effectiveOn)
    return { wrong: `is off the list since ${dayText(listedThrough)} already` };
  return listedFrom !== null && listedFrom > day
    ? { wrong: `is listed only from ${dayText(listedFrom)} on: remove the line instead` }
    : { day };
}

const about = (fact: string, text: string): Reason => ({ key: 'wrong-days', text, fact, citation: 'practice' });
