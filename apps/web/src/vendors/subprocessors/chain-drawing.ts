import { LINK_STATES, type LinkState } from '@attestry/domain/agreements/link-standing.ts';
import type { SubprocessorLinkFactsFragment } from '../../generated/graphql.ts';
import type { GraphEdge, GraphNode, Tone } from '../../ui/graph/graph-parts.ts';

export type Link = SubprocessorLinkFactsFragment;
interface Vendor {
  readonly id: string;
  readonly name: string;
}

export const TONES: Record<LinkState, Tone> = {
  assured: 'ok',
  missing: 'gap',
  unknown: 'unknown',
  not_needed: 'plain',
};
/** Of several links to one vendor the worst is said of it. */
const WORST_FIRST: readonly LinkState[] = ['missing', 'unknown', 'assured', 'not_needed'];

/** The chain as boxes and arrows; each box says how the links to it stand. */
export function drawingOf(
  vendors: readonly Vendor[],
  links: readonly Link[],
  rootId: string,
  hrefOf: (vendorId: string) => string,
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const into = Map.groupBy(links, ({ lowerVendor }) => lowerVendor.id);
  const nodes = vendors.map(({ id, name }): GraphNode => {
    const above = into.get(id) ?? [];
    const state = WORST_FIRST.find((one) => above.some(({ standing }) => standing.state === one));
    return {
      id,
      title: name,
      kind: id === rootId ? 'This vendor' : 'Vendor',
      lines: [...new Set(above.map(({ location }) => location).filter(Boolean))].slice(0, 2),
      tone: state && id !== rootId ? TONES[state] : 'plain',
      word: state && id !== rootId ? WORDS[state] : undefined,
      here: id === rootId,
      href: id === rootId ? undefined : hrefOf(id),
    };
  });
  const edges = links.map(
    ({ id, upperVendor, upperService, lowerVendor, purpose, phi, standing }): GraphEdge => ({
      id,
      from: upperVendor.id,
      to: lowerVendor.id,
      label: upperService?.name ?? purpose,
      phi,
      tone: TONES[standing.state],
    }),
  );
  return { nodes, edges };
}

/** In a box, beside nothing that says what is unknown. */
const WORDS: Record<LinkState, string> = { ...LINK_STATES, unknown: 'Agreement unknown' };
