import type { Reason } from '../decision.ts';
import { addDays, addMonths, dayAfter, dayBefore, daysBetween } from '../time/dates.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { daysInEffect, type EffectFacts } from './in-effect.ts';

export interface TermFacts extends EffectFacts {
  readonly renewalMonths: number | null;
  /** Days before the end of a term by which notice must be given. */
  readonly noticeDays: number | null;
  readonly noticeGivenOn: PlainDate | null;
}

export interface TermAnswer {
  /** Last day of the present term; null where there is none. */
  readonly termEndsOn: PlainDate | null;
  /** Last day to give notice for the present term, which may have passed; null where none is needed or none is known. */
  readonly noticeBy: PlainDate | null;
  /** Days until the last day in effect, or until the present term ends where it renews; 0 on the day itself. */
  readonly daysLeft: number | null;
  readonly reasons: readonly Reason[];
}

/** The term that an agreement is in on a day, and by when somebody has to decide about the next. */
export function termOn(agreement: TermFacts, day: PlainDate): TermAnswer {
  const days = daysInEffect(agreement);
  const through = days?.through ?? null;
  if (through !== null && through < day) return { termEndsOn: null, noticeBy: null, daysLeft: null, reasons: [] };
  const ends = presentTermEnd(agreement, day);
  const termEndsOn = ends !== null && through !== null && through < ends ? through : ends;
  const next = through ?? termEndsOn;
  const noticeBy = days === null ? null : noticeDeadline(agreement, termEndsOn);
  return {
    termEndsOn,
    noticeBy,
    daysLeft: days === null || next === null ? null : daysBetween(day, next),
    reasons: [termReason(agreement, ends, through), ...noticeReasons(agreement, noticeBy, day)],
  };
}

function presentTermEnd(agreement: TermFacts, day: PlainDate): PlainDate | null {
  const { renewal, termEndsOn, renewalMonths } = agreement;
  if (termEndsOn === null || renewal === 'evergreen') return null;
  if (termEndsOn >= day) return termEndsOn;
  return renewal === 'auto' && renewalMonths !== null ? renewedTermEnd(termEndsOn, renewalMonths, day) : null;
}

/**
 * Each term begins on the same day of its month as the first renewed one, or on the last of a month without it, and
 * ends the day before the next begins. Counted from the first each time: no drift from 31 Jan over 28 Feb to 28 Mar.
 */
function renewedTermEnd(firstEnd: PlainDate, months: number, day: PlainDate): PlainDate {
  const begins = dayAfter(firstEnd);
  const endOf = (renewals: number) => dayBefore(addMonths(begins, renewals * months));
  let renewals = Math.max(1, Math.floor(monthsApart(begins, day) / months));
  while (endOf(renewals) < day) renewals += 1;
  return endOf(renewals);
}

const monthsApart = (from: PlainDate, to: PlainDate) => monthOf(to) - monthOf(from);
const monthOf = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Nothing is left to decide once notice was given or an end is recorded. */
function noticeDeadline(agreement: TermFacts, termEndsOn: PlainDate | null): PlainDate | null {
  const { noticeDays, noticeGivenOn, endsOn, supersededOn } = agreement;
  const decided = noticeGivenOn !== null || endsOn !== null || supersededOn !== null;
  return termEndsOn === null || noticeDays === null || decided ? null : addDays(termEndsOn, -noticeDays);
}

function termReason(agreement: TermFacts, ends: PlainDate | null, through: PlainDate | null): Reason {
  const { renewal, termEndsOn: first, renewalMonths } = agreement;
  const about = { fact: 'renewal', citation: 'practice' };
  if (renewal === 'fixed')
    return { key: 'fixed', text: `Its term ends on ${dayText(first ?? '')} and does not renew.`, ...about };
  if (through !== null)
    return { key: 'no-further-term', text: `It does not run beyond ${dayText(through)}.`, ...about };
  if (renewal === 'evergreen') return { key: 'evergreen', text: 'It runs until it is ended.', ...about };
  if (renewal === 'unknown' || ends === null) {
    const end = first === null ? '' : ` Its first term ends on ${dayText(first)}.`;
    return { key: 'renewal-unknown', text: `Whether it renews is unknown.${end}`, ...about };
  }
  const months = renewalMonths === 1 ? 'a month' : `${renewalMonths} months`;
  return { key: 'auto', text: `Its present term ends on ${dayText(ends)} and renews for ${months}.`, ...about };
}

function noticeReasons({ renewal, noticeDays }: TermFacts, by: PlainDate | null, day: PlainDate): Reason[] {
  const about = { fact: 'noticeDays', citation: 'practice' };
  if (renewal === 'auto' && noticeDays === null)
    return [
      { key: 'notice-unknown', text: 'How long before the end of a term notice must be given is unknown.', ...about },
    ];
  if (by === null) return [];
  return by < day
    ? [{ key: 'notice-passed', text: `The last day to give notice for this term was ${dayText(by)}.`, ...about }]
    : [{ key: 'notice-by', text: `The last day to give notice for this term is ${dayText(by)}.`, ...about }];
}
