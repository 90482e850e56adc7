import type { CoverageAgreement, CoverageFacts, FlowFacts, LinkFactsForCoverage } from './coverage-facts.ts';
import { EVERY_DAY } from './testing-world.ts';

/*
 * For specs: coverage of one day, worked out from the facts of that day without intervals, and without a line of the
 * rule that it checks.
 */

/** `reasons`: key, link or agreement, condition; sorted. */
export interface Told {
  readonly state: string;
  readonly agreementId: string | null;
  readonly reasons: readonly string[];
}
export const holds = (from: string | null, day: string, through: string | null) =>
  (from ?? day) <= day && day <= (through ?? day);

export function coverageOnDay(flow: FlowFacts, facts: CoverageFacts, day: string): Told[] {
  if (!holds(flow.startsOn, day, flow.endsOn)) return [];
  if (flow.serviceId === null) return [{ state: 'not_needed', agreementId: null, reasons: [] }];
  const vendorId = facts.services.find(({ id }) => id === flow.serviceId)!.vendorId;
  const direct = directOracle(flow.serviceId, vendorId, facts, day);
  const reasons = [...direct.reasons, ...chainOracle(flow.serviceId, vendorId, facts, day)].sort();
  const unknown = reasons.every((reason) => /^(condition|subprocessor)-unknown/.test(reason));
  const state = reasons.length === 0 ? 'covered' : unknown ? 'unknown' : 'uncovered';
  return [{ state, agreementId: direct.agreementId, reasons }];
}

function binds(agreement: CoverageAgreement, day: string): 'before' | 'on' | 'after' | 'never' {
  const { signedByUpperOn, signedByVendorOn, effectiveOn, renewal, termEndsOn, endsOn, supersededOn } = agreement;
  if (!signedByUpperOn || !signedByVendorOn || !effectiveOn) return 'never';
  if (day < effectiveOn) return 'before';
  if ((endsOn && day > endsOn) || (supersededOn && day >= supersededOn)) return 'after';
  return renewal === 'fixed' && termEndsOn && day > termEndsOn ? 'after' : 'on';
}

function directOracle(serviceId: string, vendorId: string, facts: CoverageFacts, day: string) {
  const none = (...reasons: string[]) => ({ agreementId: null, reasons });
  const all = facts.agreements
    .filter((a) => a.vendorId === vendorId && a.upperVendorId === null)
    .sort((a, b) => (a.effectiveOn ?? 'none').localeCompare(b.effectiveOn ?? 'none') || a.id.localeCompare(b.id));
  const lines = facts.coveredServices.filter((line) => line.serviceId === serviceId);
  const on = all.filter((a) => binds(a, day) === 'on');
  const listing = on.filter((a) =>
    lines.some((l) => l.agreementId === a.id && holds(l.listedFrom, day, l.listedThrough)),
  );
  const unmet = new Map(listing.map((a) => [a.id, conditionsOracle(a.id, serviceId, facts, day)]));
  const covering = listing.find((a) => unmet.get(a.id)!.length === 0);
  if (covering) return { agreementId: covering.id, reasons: [] };
  if (listing.length > 0) return none(...[...unmet.values()].flat());
  if (on.length > 0) return none(...on.map((a) => `service-not-listed ${a.id} `));
  const ever = all.filter((a) => lines.some((l) => l.agreementId === a.id));
  const end = (a: CoverageAgreement) => EVERY_DAY.findLastIndex((one) => binds(a, one) === 'on');
  const past = ever.filter((a) => binds(a, day) === 'after');
  const last = past.find((a) => end(a) === Math.max(...past.map(end)));
  const next = ever.find((a) => binds(a, day) === 'before');
  if (last || next)
    return none(...(last ? [`ended ${last.id} `] : []), ...(next ? [`not-yet-effective ${next.id} `] : []));
  const signed = ever.find((a) => a.signedByUpperOn && a.signedByVendorOn);
  if (signed) return none(`not-yet-effective ${signed.id} `);
  return none(ever[0] ? `not-signed ${ever[0].id} ` : 'no-agreement  ');
}

const conditionsOracle = (agreementId: string, serviceId: string, facts: CoverageFacts, day: string): string[] =>
  facts.conditions
    .filter((c) => c.agreementId === agreementId && (c.serviceId ?? serviceId) === serviceId)
    .flatMap(({ id }) => {
      const said = facts.conditionStatuses.filter((s) => s.conditionId === id && s.since <= day);
      const met = said.sort((a, b) => a.since.localeCompare(b.since)).at(-1)?.met ?? 'unknown';
      return met === 'yes' ? [] : [`condition-${met === 'no' ? 'unmet' : 'unknown'} ${agreementId} ${id}`];
    });

/** Plain breadth first over the links that exist on the day. */
function chainOracle(serviceId: string, vendorId: string, facts: CoverageFacts, day: string): string[] {
  const today = facts.links.filter((link) => link.phi !== 'no' && holds(link.startsOn, day, link.endsOn));
  const reached: [string, string | null][] = [[vendorId, serviceId]];
  const found = new Set<LinkFactsForCoverage>();
  for (const [vendor, service] of reached)
    for (const link of today) {
      if (link.upperVendorId !== vendor) continue;
      if (service !== null && link.upperServiceId !== null && service !== link.upperServiceId) continue;
      found.add(link);
      const { lowerVendorId, lowerServiceId } = link;
      if (!reached.some(([v, s]) => v === lowerVendorId && s === lowerServiceId))
        reached.push([lowerVendorId, lowerServiceId]);
    }
  return [...found].flatMap((link) => linkOracle(link, facts, day).map((key) => `${key} ${link.id} `));
}

function linkOracle(link: LinkFactsForCoverage, facts: CoverageFacts, day: string): string[] {
  if (link.phi === 'unknown') return ['subprocessor-unknown'];
  const agreement = facts.agreements.find(({ id }) => id === link.agreementId);
  if (agreement) return binds(agreement, day) === 'on' ? [] : ['subprocessor-missing'];
  if (link.assurance === 'unknown') return ['subprocessor-unknown'];
  const assured = link.assurance === 'in_place' && holds(link.assuredFrom, day, link.assuredThrough);
  return assured ? [] : ['subprocessor-missing'];
}
