import type { Direction, Placed, PlacedNode } from './graph-layout.ts';

/**
 * The node that a key leads to: along the direction over an edge, against it over an edge back, across it to the
 * neighbour in the same rank; Home and End to the first and last. Undefined where there is none.
 */
export function nodeAfter(key: string, from: string, graph: Placed, direction: Direction): string | undefined {
  const here = graph.nodes.find(({ node }) => node.id === from);
  if (!here) return undefined;
  if (key === 'Home') return graph.nodes[0]?.node.id;
  if (key === 'End') return graph.nodes.at(-1)?.node.id;
  const [ahead, back, next, previous] = KEYS[direction];
  if (key === ahead) return nearest(here, graph, ends(graph, 'from', from), direction);
  if (key === back) return nearest(here, graph, ends(graph, 'to', from), direction);
  if (key === next) return beside(here, graph, direction, 1);
  if (key === previous) return beside(here, graph, direction, -1);
  return undefined;
}

const KEYS: Record<Direction, readonly [string, string, string, string]> = {
  right: ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'],
  down: ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft'],
};

const ends = ({ edges }: Placed, side: 'from' | 'to', id: string): Set<string> =>
  new Set(edges.filter(({ edge }) => edge[side] === id).map(({ edge }) => (side === 'from' ? edge.to : edge.from)));

const across = ({ x, y, width, height }: PlacedNode, direction: Direction) =>
  direction === 'right' ? y + height / 2 : x + width / 2;
const along = ({ x, y, width, height }: PlacedNode, direction: Direction) =>
  direction === 'right' ? x + width / 2 : y + height / 2;

function nearest(here: PlacedNode, { nodes }: Placed, ids: Set<string>, direction: Direction): string | undefined {
  const distance = (other: PlacedNode) => Math.abs(across(other, direction) - across(here, direction));
  return nodes.filter(({ node }) => ids.has(node.id)).toSorted((a, b) => distance(a) - distance(b))[0]?.node.id;
}

function beside(here: PlacedNode, { nodes }: Placed, direction: Direction, step: 1 | -1): string | undefined {
  const rank = nodes
    .filter((other) => Math.abs(along(other, direction) - along(here, direction)) < 1)
    .toSorted((a, b) => across(a, direction) - across(b, direction));
  return rank[rank.indexOf(here) + step]?.node.id;
}
