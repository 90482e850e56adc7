import { type Interval, includes, NO_END, NO_START } from '../time/intervals.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { CoverageReason } from './coverage-answer.ts';
import type { CoverageAgreement, ServiceOf } from './coverage-facts.ts';
import type { CoverageIndex } from './coverage-index.ts';
import {
  conditionReason,
  ended,
  noAgreement,
  noEffectiveDate,
  notListed,
  notSigned,
  notYetEffective,
} from './direct-reasons.ts';

/** A run of days on which an agreement covers the service itself, or the reasons why none does. */
export interface DirectCover extends Interval {
  readonly agreementId: string | null;
  readonly reasons: readonly CoverageReason[];
}

/** Whether the organization's own agreements with its vendor cover a service, for every day there is. */
export function directCover(service: ServiceOf, index: CoverageIndex): DirectCover[] {
  const facts = index.ownAgreements(service.vendorId).map((agreement) => aboutService(agreement, service, index));
  const cuts = [...new Set([NO_START, ...facts.flatMap(({ cuts }) => cuts)])].sort();
  return cuts
    .map((from, at) => ({ from, to: cuts[at + 1] ?? NO_END, ...coverOn(from, facts, service, index) }))
    .filter(({ from }) => from < NO_END);
}

type About = ReturnType<typeof aboutService>;
function aboutService(agreement: CoverageAgreement, service: ServiceOf, index: CoverageIndex) {
  const effect = index.inEffect(agreement);
  const listed = index.listed(agreement.id, service.id);
  const conditions = index
    .conditions(agreement.id, service.id)
    .map((condition) => ({ condition, runs: index.runs(condition.id) }));
  const cuts = [...(effect ? [effect] : []), ...listed, ...conditions.flatMap(({ runs }) => runs)];
  return { agreement, effect, listed, conditions, cuts: cuts.flatMap(({ from, to }) => [from, to]) };
}

function coverOn(day: PlainDate, facts: readonly About[], service: ServiceOf, index: CoverageIndex) {
  const inEffect = facts.filter(({ effect }) => effect && includes(effect, day));
  const listing = inEffect.filter(({ listed }) => listed.some((days) => includes(days, day)));
  const unmet = listing.map(({ agreement, conditions }) =>
    conditions.flatMap(({ condition, runs }) => conditionReason(agreement, condition, runs, day)),
  );
  const covering = listing[unmet.findIndex((reasons) => reasons.length === 0)];
  if (covering) return { agreementId: covering.agreement.id, reasons: [] };
  if (listing.length > 0) return { agreementId: null, reasons: unmet.flat() };
  if (inEffect.length > 0)
    return {
      agreementId: null,
      reasons: inEffect.map(({ agreement, listed }) => notListed(agreement, listed, service, day)),
    };
  return { agreementId: null, reasons: noneInEffect(day, facts, service, index) };
}

/** Of the agreements that list the service on any day: the last that ended, the first to come, else what is missing. */
function noneInEffect(day: PlainDate, facts: readonly About[], service: ServiceOf, index: CoverageIndex) {
  const listing = facts.filter(({ listed }) => listed.length > 0);
  const bound = listing.flatMap(({ agreement, effect }) => (effect ? [{ agreement, ...effect }] : []));
  const last = bound.filter(({ to }) => to <= day).reduce(later, undefined);
  const next = bound.find(({ from }) => day < from);
  if (last && next) return [ended(last.agreement, last), notYetEffective(next.agreement, next)];
  if (last) return [ended(last.agreement, last)];
  if (next) return [notYetEffective(next.agreement, next)];
  const signed = listing.find(({ agreement }) => isSigned(agreement));
  if (signed) return [noEffectiveDate(signed.agreement)];
  const vendor = index.vendorName(service.vendorId);
  return [listing[0] ? notSigned(listing[0].agreement, vendor) : noAgreement(service, vendor, facts.length > 0)];
}

type Bound = Interval & { readonly agreement: CoverageAgreement };
const later = (last: Bound | undefined, one: Bound) => (last === undefined || last.to < one.to ? one : last);

const isSigned = ({ signedByUpperOn, signedByVendorOn }: CoverageAgreement) =>
  signedByUpperOn !== null && signedByVendorOn !== null;
