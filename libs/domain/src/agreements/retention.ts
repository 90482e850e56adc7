import type { Reason } from '../decision.ts';
import { addYearsRoundingUp } from '../time/dates.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { daysInEffect, type EffectFacts } from './in-effect.ts';
import { isDone, type ObligationFacts } from './obligation.ts';

export interface Retention {
  /** Last day on which it must be kept; null while the clock has not started. */
  readonly until: PlainDate | null;
  readonly reason: Reason;
}

/**
 * Six years from the day it last was in effect (45 CFR 164.316(b)(2)(i)). While PHI is still held its protections go on,
 * so the clock waits for the last obligation [policy reading of 45 CFR 164.504(e)(2)(ii)(J)].
 */
export function keepUntil(agreement: EffectFacts, obligations: readonly ObligationFacts[], day: PlainDate): Retention {
  const days = daysInEffect(agreement);
  if (days === null) return open('not-in-effect', 'It has not been in effect; the six years start after its last day.');
  const { supersededOn } = agreement;
  const isSuperseded = supersededOn !== null && supersededOn <= day;
  if (!isSuperseded && (days.through === null || days.through >= day))
    return open('in-effect', 'It is in effect; the six years start after its last day.');
  const waiting = obligations.filter((one) => !isDone(one, day)).length;
  if (waiting > 0)
    return open(
      'obligations-open',
      `${waiting} of ${obligations.length} obligations to return or destroy PHI are open; the six years start with the last.`,
    );
  if (!isSuperseded && obligations.length === 0 && agreement.endsOn === null)
    return open('end-not-recorded', 'Its term ran out, and nobody recorded what became of the PHI: record its end.');
  const anchor = latest(isSuperseded ? supersededOn : days.through, ...obligations.map(({ doneOn }) => doneOn));
  const until = addYearsRoundingUp(anchor, YEARS);
  const text = `Six years after ${dayText(anchor)}, the day it last was in effect or the last PHI was accounted for.`;
  return { until, reason: { key: 'six-years', text, citation: SIX_YEARS } };
}

const YEARS = 6;
const SIX_YEARS = '45 CFR 164.316(b)(2)(i)';

const open = (key: string, text: string): Retention => ({ until: null, reason: { key, text, citation: SIX_YEARS } });

const latest = (...days: (PlainDate | null)[]): PlainDate =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? '';
