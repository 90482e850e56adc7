import { onceEach } from '../once-each.ts';
import { type Interval, interval } from '../time/intervals.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type {
  ConditionFacts,
  ConditionStatusFacts,
  CoverageAgreement,
  CoverageFacts,
  LinkFactsForCoverage,
  ServiceOf,
} from './coverage-facts.ts';
import { daysInEffect } from './in-effect.ts';

/** A condition is met, or not, or unknown, on a run of days. */
export interface ConditionRun extends Interval {
  readonly met: ConditionStatusFacts['met'];
}

/** The facts by what the rule asks for. Answers do not depend on the order in which facts were given. */
export interface CoverageIndex {
  readonly service: (id: string) => ServiceOf;
  readonly vendorName: (id: string) => string;
  readonly agreement: (id: string) => CoverageAgreement | undefined;
  /** Those of the organization itself with a vendor, the earliest first. */
  readonly ownAgreements: (vendorId: string) => readonly CoverageAgreement[];
  readonly inEffect: (agreement: CoverageAgreement) => Interval | null;
  /** Days on which an agreement lists a service, in order. */
  readonly listed: (agreementId: string, serviceId: string) => readonly Interval[];
  /** Conditions of an agreement that bear on a service. */
  readonly conditions: (agreementId: string, serviceId: string) => readonly ConditionFacts[];
  /** What is recorded of a condition, in order; nothing is recorded before the first. */
  readonly runs: (conditionId: string) => readonly ConditionRun[];
  readonly linksBelow: (vendorId: string) => readonly LinkFactsForCoverage[];
}

export function indexOf(facts: CoverageFacts): CoverageIndex {
  const services = new Map(facts.services.map((service) => [service.id, service]));
  const vendors = new Map(facts.vendors.map(({ id, name }) => [id, name]));
  const agreements = new Map(facts.agreements.map((agreement) => [agreement.id, agreement]));
  const own = grouped(facts.agreements, ({ upperVendorId, vendorId }) => (upperVendorId === null ? vendorId : ''));
  const listings = grouped(facts.coveredServices, ({ agreementId }) => agreementId);
  const conditions = grouped(facts.conditions, ({ agreementId }) => agreementId);
  const statuses = grouped(facts.conditionStatuses, ({ conditionId }) => conditionId);
  const links = grouped(facts.links, ({ upperVendorId }) => upperVendorId);
  const vendorName = (id: string) => found(vendors.get(id), 'vendor', id);

  return {
    service: (id) => found(services.get(id), 'service', id),
    vendorName,
    agreement: (id) => agreements.get(id),
    ownAgreements: onceEach((vendorId) =>
      (own.get(vendorId) ?? []).toSorted(by(({ effectiveOn, id }) => `${effectiveOn ?? '~'} ${id}`)),
    ),
    inEffect: onceEach(effectOf),
    listed: (agreementId, serviceId) =>
      (listings.get(agreementId) ?? [])
        .filter((listing) => listing.serviceId === serviceId)
        .map(({ listedFrom, listedThrough }) => interval(listedFrom, listedThrough))
        .sort(by(({ from }) => from)),
    conditions: (agreementId, serviceId) =>
      (conditions.get(agreementId) ?? [])
        .filter((condition) => condition.serviceId === null || condition.serviceId === serviceId)
        .sort(by(({ id }) => id)),
    runs: onceEach((conditionId) => runsOf(statuses.get(conditionId) ?? [])),
    linksBelow: onceEach((vendorId) =>
      (links.get(vendorId) ?? []).toSorted(by(({ lowerVendorId, id }) => `${vendorName(lowerVendorId)}\n${id}`)),
    ),
  };
}

function effectOf(agreement: CoverageAgreement): Interval | null {
  const days = daysInEffect(agreement);
  return days && interval(days.from, days.through);
}

/** Each status holds until the next; the same said twice is one run. */
function runsOf(statuses: readonly ConditionStatusFacts[]): ConditionRun[] {
  const runs: ConditionRun[] = [];
  for (const { since, met } of statuses.toSorted(by((status) => status.since))) {
    const last = runs.at(-1);
    if (last?.met === met) continue;
    if (last) runs[runs.length - 1] = { ...last, to: since };
    runs.push({ ...interval(since, null), met });
  }
  return runs;
}

function found<Fact>(fact: Fact | undefined, what: string, id: string): Fact {
  if (fact === undefined) throw new Error(`The facts lack ${what} ${id}.`);
  return fact;
}

const grouped = <Fact>(facts: readonly Fact[], key: (fact: Fact) => string): Map<string, Fact[]> =>
  Map.groupBy(facts, key);

const by =
  <Fact>(key: (fact: Fact) => PlainDate | string) =>
  (a: Fact, b: Fact): number => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
