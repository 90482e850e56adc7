import type { Reason } from '../decision.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { daysInEffect, type EffectFacts } from './in-effect.ts';

/*
 * On no day do two agreements between the same parties cover one service: which one binds must be plain. The database
 * refuses it too (constraint `one_agreement_a_day`), for two commands that do not see each other.
 */

/** A line of an agreement's list, with the agreement's days. */
export interface CoveringLine extends EffectFacts {
  readonly lineId: string;
  readonly agreementId: string;
  readonly title: string;
  readonly upperVendorId: string | null;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly listedFrom: PlainDate | null;
  readonly listedThrough: PlainDate | null;
}

/** Which lines of an agreement cover a service on a day on which another line between the same parties covers it. */
export function overlapsOf(agreementId: string, lines: readonly CoveringLine[]): Reason[] {
  const mine = lines.filter((line) => line.agreementId === agreementId);
  const found = mine.flatMap((line) =>
    lines.filter((other) => meets(line, other)).map((other) => ({ line, other, days: commonDays(line, other) })),
  );
  return found.flatMap(({ line, other, days }) => (days ? [reasonOf(line, other, days)] : []));
}

/** Two lines of one agreement meet once, not twice. */
const meets = (line: CoveringLine, other: CoveringLine) =>
  other.serviceId === line.serviceId &&
  other.upperVendorId === line.upperVendorId &&
  (other.agreementId === line.agreementId ? other.lineId > line.lineId : true);

interface Days {
  readonly from: PlainDate;
  readonly through: PlainDate | null;
}

function commonDays(one: CoveringLine, other: CoveringLine): Days | undefined {
  const [a, b] = [coveredDays(one), coveredDays(other)];
  return a && b && common(a, b);
}

/** Days on which the agreement is in effect and lists the service. */
function coveredDays(line: CoveringLine): Days | undefined {
  const days = daysInEffect(line);
  return days ? common(days, { from: line.listedFrom ?? days.from, through: line.listedThrough }) : undefined;
}

function common(a: Days, b: Days): Days | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const ends = [a.through, b.through].filter((day) => day !== null).sort();
  const through = ends[0] ?? null;
  return through !== null && through < from ? undefined : { from, through };
}

function reasonOf(line: CoveringLine, other: CoveringLine, { from, through }: Days): Reason {
  const days = through === null ? `from ${dayText(from)} on` : `from ${dayText(from)} through ${dayText(through)}`;
  const text =
    other.agreementId === line.agreementId
      ? `It lists ${line.serviceName} twice ${days}. Change the days of one of the lines.`
      : `"${other.title}" covers ${line.serviceName} already ${days}. End or supersede that agreement, or change the days on which a service is listed.`;
  return { key: 'overlap', text, fact: 'coveredServices', citation: 'practice' };
}
