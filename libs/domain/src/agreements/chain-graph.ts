import { ALWAYS, type Days, interval } from '../time/intervals.ts';
import { isBelow } from './chain-links.ts';
import { type Lack, linkLacks } from './chain-reasons.ts';
import type { LinkFactsForCoverage, ServiceOf } from './coverage-facts.ts';
import type { CoverageIndex } from './coverage-index.ts';

/** A service, or any service of a vendor, with the links below it that pass PHI on or may. */
export interface ChainNode {
  readonly vendorId: string;
  readonly links: readonly ChainLink[];
}
export interface ChainLink {
  readonly facts: LinkFactsForCoverage;
  /** On which it exists. */
  readonly days: Days;
  /** When it lacks what it needs, further down a chain, whether or not a flow reaches it. */
  readonly lacks: readonly Lack[];
  readonly lower: ChainNode;
}

/** The chain as nodes that know each other: measured, half of the time went into looking them up by their ids. */
export function chainGraph(index: CoverageIndex): (service: ServiceOf) => ChainNode {
  const nodes = new Map<string, ChainNode>();
  const links = new Map<LinkFactsForCoverage, ChainLink>();

  function nodeAt(vendorId: string, serviceId: string | null): ChainNode {
    const below = index.linksBelow(vendorId);
    // Where no link of the vendor names a service, its services have one chain.
    const named = below.some(({ upperServiceId }) => upperServiceId !== null) ? serviceId : null;
    const key = `${vendorId} ${named ?? ''}`;
    const known = nodes.get(key);
    if (known) return known;
    const found: ChainLink[] = [];
    const node = { vendorId, links: found };
    nodes.set(key, node);
    for (const link of below)
      if (link.phi !== 'no' && isBelow(link, { vendorId, serviceId: named })) found.push(linkOf(link));
    return node;
  }

  function linkOf(facts: LinkFactsForCoverage): ChainLink {
    const known = links.get(facts);
    if (known) return known;
    const days = facts.startsOn === null && facts.endsOn === null ? ALWAYS : [interval(facts.startsOn, facts.endsOn)];
    const link = { facts, days, lacks: linkLacks(facts, false, index), lower: NOWHERE };
    // On record before it is followed: a cycle comes back to it.
    links.set(facts, link);
    link.lower = nodeAt(facts.lowerVendorId, facts.lowerServiceId);
    return link;
  }
  return ({ vendorId, id }) => nodeAt(vendorId, id);
}

const NOWHERE: ChainNode = { vendorId: '', links: [] };
