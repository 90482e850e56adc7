import { dayText } from '../time/day-text.ts';
import { type Interval, includes, lastDay } from '../time/intervals.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { CoverageReason } from './coverage-answer.ts';
import type { ConditionFacts, CoverageAgreement, ServiceOf } from './coverage-facts.ts';
import type { ConditionRun } from './coverage-index.ts';

/* Why no agreement of the organization covers a service: sentences that hold on any day that one reads them. */

/** PHI may go to a business associate only with satisfactory assurance (fact sheet, section 1), in a written contract. */
const ASSURANCE = '45 CFR 164.502(e)(1)(i)';
const WRITTEN = '45 CFR 164.502(e)(2)';

export const noAgreement = (service: ServiceOf, vendor: string, others: boolean): CoverageReason => ({
  key: 'no-agreement',
  text: others ? `No agreement with ${vendor} lists ${service.name}.` : `No agreement with ${vendor} is recorded.`,
  citation: ASSURANCE,
});

export const notSigned = (agreement: CoverageAgreement, vendor: string): CoverageReason => ({
  key: 'not-signed',
  text: `${titled(agreement)} is not signed by ${unsigned(agreement, vendor)}.`,
  citation: WRITTEN,
  agreementId: agreement.id,
});

export const noEffectiveDate = (agreement: CoverageAgreement): CoverageReason => ({
  key: 'not-yet-effective',
  text: `${titled(agreement)} is signed by both parties, but no effective date is recorded.`,
  citation: WRITTEN,
  agreementId: agreement.id,
});

export const notYetEffective = (agreement: CoverageAgreement, { from }: Interval): CoverageReason => ({
  key: 'not-yet-effective',
  text: `${titled(agreement)} is not effective before ${dayText(from)}.`,
  citation: WRITTEN,
  agreementId: agreement.id,
});

export const ended = (agreement: CoverageAgreement, effect: Interval): CoverageReason => ({
  key: 'ended',
  text: `${dated(agreement)} is in effect through ${dayText(lastDay(effect) ?? '')} only.`,
  citation: ASSURANCE,
  agreementId: agreement.id,
});

/** `listed`: the days on which it lists the service, in order; none of them holds the day. */
export function notListed(
  agreement: CoverageAgreement,
  listed: readonly Interval[],
  service: ServiceOf,
  day: PlainDate,
): CoverageReason {
  const before = listed
    .filter(({ to }) => to <= day)
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const after = listed.find(({ from }) => day < from)?.from;
  const words = before
    ? after
      ? `lists ${service.name} neither from ${dayText(before)} on nor before ${dayText(after)}`
      : `has not listed ${service.name} since ${dayText(before)}`
    : after
      ? `does not list ${service.name} before ${dayText(after)}`
      : `does not list ${service.name}`;
  return {
    key: 'service-not-listed',
    text: `${dated(agreement)} ${words}.`,
    citation: ASSURANCE,
    agreementId: agreement.id,
  };
}

/** None where the condition is met on the day. What an agreement asks for is its own, not the law's. */
export function conditionReason(
  agreement: CoverageAgreement,
  { id, condition }: ConditionFacts,
  runs: readonly ConditionRun[],
  day: PlainDate,
): CoverageReason[] {
  const run = runs.find((days) => includes(days, day));
  if (run?.met === 'yes') return [];
  const what = `the condition “${condition}” of ${titled(agreement)}`;
  const about = { citation: 'practice', agreementId: agreement.id, conditionId: id };
  if (!run) return [{ key: 'condition-unknown', text: unrecorded(what, runs[0]?.from), ...about }];
  if (run.met === 'no')
    return [{ key: 'condition-unmet', text: `${upper(what)} is not met ${during(run)}.`, ...about }];
  return [{ key: 'condition-unknown', text: `Whether ${what} is met is unknown ${during(run)}.`, ...about }];
}

const unrecorded = (what: string, first: PlainDate | undefined) =>
  first ? `Nothing is recorded on ${what} before ${dayText(first)}.` : `Nothing is recorded on ${what}.`;

function during(run: Interval): string {
  const last = lastDay(run);
  return last ? `from ${dayText(run.from)} through ${dayText(last)}` : `from ${dayText(run.from)} on`;
}

function unsigned({ signedByUpperOn, signedByVendorOn }: CoverageAgreement, vendor: string): string {
  if (signedByVendorOn !== null) return 'the organization';
  return signedByUpperOn === null ? `the organization and ${vendor}` : vendor;
}

const titled = ({ title }: CoverageAgreement) => `“${title}”`;
/** With its day, for agreements of one vendor often bear one title. */
const dated = (agreement: CoverageAgreement) =>
  agreement.effectiveOn ? `${titled(agreement)} of ${dayText(agreement.effectiveOn)}` : titled(agreement);
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
