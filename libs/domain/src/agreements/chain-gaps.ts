import { onceEach } from '../once-each.ts';
import { ALWAYS, type Days, intersection, union } from '../time/intervals.ts';
import { type ChainLink, type ChainNode, chainGraph } from './chain-graph.ts';
import { linkLacks } from './chain-reasons.ts';
import type { CoverageReason } from './coverage-answer.ts';
import type { ServiceOf } from './coverage-facts.ts';
import type { CoverageIndex } from './coverage-index.ts';

/** Days on which a link of the chain below a service lacks what it needs. */
export interface ChainGap {
  readonly days: Days;
  readonly reason: CoverageReason;
}

/**
 * The gaps of the chain below a service, nearest links first (45 CFR 164.502(e)(1)(ii), 164.504(e)(5)): PHI passed
 * on needs the assurance of each vendor from the next, at any depth.
 */
export function chainGaps(index: CoverageIndex): (service: ServiceOf) => readonly ChainGap[] {
  const nodeOf = chainGraph(index);
  // The chains of many services run through the same links, as the direct vendor's own or further down.
  const lacksOfNearest = onceEach((link: ChainLink) => linkLacks(link.facts, true, index));
  const lacksOfOthers = onceEach((link: ChainLink) => linkLacks(link.facts, false, index));
  const gapsOf = onceEach((root: ChainNode) => {
    const gaps: ChainGap[] = [];
    for (const [link, present] of presence(root)) {
      const isNearest = link.facts.upperVendorId === root.vendorId;
      for (const { lacking, reason } of isNearest ? lacksOfNearest(link) : lacksOfOthers(link)) {
        const days = intersection(present, lacking);
        if (days.length > 0) gaps.push({ days, reason });
      }
    }
    return gaps;
  });
  return (service) => gapsOf(nodeOf(service));
}

/**
 * Each link below a node and the days on which some path of links leads to it. A node is visited again only when
 * days were added to it, so cycles come to rest and a diamond counts the days of both of its sides.
 */
function presence(root: ChainNode): Map<ChainLink, Days> {
  const nodes = new Map<ChainNode, Days>([[root, ALWAYS]]);
  const links = new Map<ChainLink, Days>();
  const waiting = [root];
  // The list grows while it is walked.
  for (const node of waiting)
    for (const link of node.links) {
      const present = nodes.get(node)!;
      const days = present === ALWAYS ? link.days : intersection(present, link.days[0]!);
      if (days.length === 0) continue;
      const before = links.get(link);
      const grown = before ? union(before, days) : days;
      if (grown === before) continue;
      links.set(link, grown);
      const known = nodes.get(link.lower);
      const reached = known ? union(known, grown) : grown;
      if (reached === known) continue;
      nodes.set(link.lower, reached);
      waiting.push(link.lower);
    }
  return links;
}
