import { COVERAGE_STATES, worstOf } from '@attestry/domain/agreements/coverage-answer.ts';
import { EXPOSURES } from '@attestry/domain/ai-systems/phi-flow.ts';
import { ASSURANCES } from '@attestry/domain/vendors/subprocessors.ts';
import type { GraphEdge, GraphNode, Tone } from '../../ui/graph/graph-parts.ts';
import type { ChainLink, FlowOnPage } from './flow-on-page.ts';

const TONES = { covered: 'ok', uncovered: 'gap', unknown: 'unknown', not_needed: 'plain' } as const;
const LINK_TONES: Readonly<Record<ChainLink['assurance'], Tone>> = { in_place: 'ok', none: 'gap', unknown: 'unknown' };

/** The data flow of a system on a day: to its places, and down the chain below them. */
export function flowGraph(
  system: { readonly id: string; readonly name: string },
  flows: readonly FlowOnPage[],
  chain: readonly ChainLink[],
  day: string,
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const present = flows.filter(({ coverage }) => coverage);
  const places = Map.groupBy(present, ({ service, place }) => service?.id ?? `own ${place}`);
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  nodes.set(system.id, { id: system.id, kind: 'AI system', title: system.name, tone: 'plain', here: true });
  for (const [id, there] of places) {
    const { service, place } = there[0]!;
    const state = worstOf(there.map(({ coverage }) => coverage!.state));
    nodes.set(id, {
      id,
      kind: service ? 'Service' : 'Own infrastructure',
      title: service?.name ?? place,
      lines: service ? [service.vendor.name] : [],
      tone: TONES[state],
      word: COVERAGE_STATES[state],
      ...(service && { href: `/vendors/${service.vendor.id}` }),
    });
    edges.push({
      id: `${system.id} ${id}`,
      from: system.id,
      to: id,
      phi: 'yes',
      label: labelOf(there),
      tone: TONES[state],
    });
  }
  addChain(
    nodes,
    edges,
    chain.filter((link) => isThere(link, day)),
  );
  return { nodes: [...nodes.values()], edges };
}

const labelOf = (flows: readonly FlowOnPage[]) =>
  [...new Set(flows.flatMap(({ exposures }) => exposures))].map((key) => EXPOSURES[key].toLowerCase()).join(', ');

const isThere = ({ startsOn, endsOn }: ChainLink, day: string) => (startsOn ?? day) <= day && day <= (endsOn ?? day);

/** A link of any service of a vendor hangs on each of its services in the drawing. */
function addChain(nodes: Map<string, GraphNode>, edges: GraphEdge[], chain: readonly ChainLink[]): void {
  const idOf = (vendor: { id: string }, service: { id: string } | null | undefined) =>
    service?.id ?? `vendor ${vendor.id}`;
  for (const { lowerVendor, lowerService } of chain) {
    const id = idOf(lowerVendor, lowerService);
    if (nodes.has(id)) continue;
    const title = lowerService?.name ?? lowerVendor.name;
    const lines = lowerService ? [lowerVendor.name] : [];
    nodes.set(id, { id, kind: 'Subprocessor', title, lines, tone: 'plain', href: `/vendors/${lowerVendor.id}` });
  }
  const servicesOf = servicesByVendor(nodes, chain);
  for (const link of chain) {
    const to = idOf(link.lowerVendor, link.lowerService);
    const own = idOf(link.upperVendor, link.upperService);
    const from = nodes.has(own) ? [own] : (servicesOf.get(link.upperVendor.id) ?? []);
    for (const upper of from)
      edges.push({
        id: `${link.id} ${upper}`,
        from: upper,
        to,
        phi: link.phi,
        label: link.phi === 'no' ? '' : `Agreement: ${ASSURANCES[link.assurance].toLowerCase()}`,
        tone: link.phi === 'no' ? 'plain' : link.phi === 'unknown' ? 'unknown' : LINK_TONES[link.assurance],
      });
  }
}

function servicesByVendor(nodes: ReadonlyMap<string, GraphNode>, chain: readonly ChainLink[]) {
  const byPage = Map.groupBy(nodes.values(), ({ href = '' }) => href.replace('/vendors/', ''));
  const vendors = chain.map(({ upperVendor }) => upperVendor.id);
  return new Map(vendors.map((id) => [id, (byPage.get(id) ?? []).map((node) => node.id)]));
}
