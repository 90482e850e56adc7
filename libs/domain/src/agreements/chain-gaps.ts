import { onceEach } from '../once-each.ts';
import {
  ALWAYS,
  type Days,
  type Interval,
  includes,
  intersection,
  NO_END,
  NO_START,
  union,
} from '../time/intervals.ts';
import { type ChainLink, type ChainNode, chainGraph } from './chain-graph.ts';
import { linkLacks } from './chain-reasons.ts';
import type { CoverageReason } from './coverage-answer.ts';
import type { ServiceOf } from './coverage-facts.ts';
import type { CoverageIndex } from './coverage-index.ts';

/** A run of days with what the chain below a service lacks on them, nearest links first. */
export interface ChainRun extends Interval {
  readonly reasons: readonly CoverageReason[];
}

/**
 * The chain below a service for every day there is (45 CFR 164.502(e)(1)(ii), 164.504(e)(5)): PHI passed on needs
 * the assurance of each vendor from the next, at any depth. Services with one chain share its runs.
 */
export function chainGaps(index: CoverageIndex): (service: ServiceOf) => readonly ChainRun[] {
  const nodeOf = chainGraph(index);
  const runsOf = onceEach((root: ChainNode) => runsFrom(gapsBelow(root, index)));
  return (service) => runsOf(nodeOf(service));
}

interface ChainGap {
  readonly days: Days;
  readonly reason: CoverageReason;
}

function gapsBelow(root: ChainNode, index: CoverageIndex): ChainGap[] {
  const gaps: ChainGap[] = [];
  for (const [{ facts, lacks }, present] of presence(root)) {
    if (lacks.length === 0) continue;
    const isNearest = facts.upperVendorId === root.vendorId;
    for (const { lacking, reason } of isNearest ? linkLacks(facts, true, index) : lacks) {
      const days = intersection(present, lacking);
      if (days.length > 0) gaps.push({ days, reason });
    }
  }
  return gaps;
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

function runsFrom(gaps: readonly ChainGap[]): ChainRun[] {
  const cuts = new Set([NO_START]);
  for (const { days } of gaps) for (const { from, to } of days) cuts.add(from).add(to);
  const starts = [...cuts].filter((cut) => cut < NO_END).sort();
  return starts.map((from, at) => ({
    from,
    to: starts[at + 1] ?? NO_END,
    reasons: gaps.filter(({ days }) => days.some((part) => includes(part, from))).map(({ reason }) => reason),
  }));
}
