import { Graph, layout } from '@dagrejs/dagre';
import type { GraphEdge, GraphNode, GraphWords } from './graph-parts.ts';
import { widthOf, wrapped } from './wrap-text.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** A node with its place (top left) and its texts, broken into lines. */
export interface PlacedNode extends Point {
  readonly node: GraphNode;
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly lines: readonly string[];
}
export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
  /** Middle of its label. */
  readonly at: Point;
  readonly width: number;
  readonly height: number;
  readonly label: readonly string[];
}
export interface Placed {
  readonly width: number;
  readonly height: number;
  /** In reading order. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}
export type Direction = 'right' | 'down';

export const SIZES = {
  node: 208,
  pad: 12,
  top: 18,
  kind: 16,
  title: 18,
  line: 16,
  word: 20,
  phi: 18,
  edgeLine: 15,
} as const;
const EDGE_LABEL = 140;
/** Beyond this the exact ranking takes seconds (measured: 600 nodes 4 s, `longest-path` 0.6 s). */
const EXACT_NODES = 200;

/** Places of all nodes and edges, so that edges run in the direction; edges to nodes that are not there are left out. */
export function placed(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  direction: Direction,
  words: GraphWords,
): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: direction === 'right' ? 'LR' : 'TB',
    ranker: nodes.length > EXACT_NODES ? 'longest-path' : 'network-simplex',
    nodesep: 20,
    edgesep: 16,
    ranksep: 28,
    marginx: 4,
    marginy: 4,
  });
  // A cycle is broken where it comes back to the node that was put in first.
  for (const node of nodes.toSorted((a, b) => Number(b.here ?? false) - Number(a.here ?? false)))
    graph.setNode(node.id, boxOf(node));
  const known = edges.filter(({ from, to }) => graph.hasNode(from) && graph.hasNode(to));
  for (const edge of known) graph.setEdge(edge.from, edge.to, { ...labelOf(edge, words), labelpos: 'c' }, edge.id);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: inReadingOrder(
      nodes.map((node) => placedNode(node, graph.node(node.id))),
      direction,
    ),
    edges: known.map((edge) => placedEdge(edge, graph.edge(edge.from, edge.to, edge.id), words)),
  };
}

function boxOf(node: GraphNode) {
  const inner = SIZES.node - 2 * SIZES.pad;
  const title = wrapped(node.title, inner, 13, 3, true);
  const lines = (node.lines ?? []).flatMap((line) => wrapped(line, inner, 12, 2));
  const height =
    SIZES.top + SIZES.kind + title.length * SIZES.title + lines.length * SIZES.line + (node.word ? SIZES.word : 0);
  return { width: SIZES.node, height, title, lines };
}

function labelOf({ label = '', phi }: GraphEdge, words: GraphWords) {
  const lines = wrapped(label, EDGE_LABEL, 12, 2);
  const phiWidth = phi ? widthOf(words.phi[phi], 11, true) + 12 : 0;
  const width = Math.max(20 + phiWidth, ...lines.map((line) => widthOf(line, 12)));
  return { width: width + 8, height: SIZES.phi + lines.length * SIZES.edgeLine + 4, label: lines };
}

const placedNode = (node: GraphNode, box: ReturnType<typeof boxOf> & Point): PlacedNode => ({
  node,
  ...box,
  x: box.x - box.width / 2,
  y: box.y - box.height / 2,
});

const placedEdge = (
  edge: GraphEdge,
  laid: Point & { points: Point[]; width: number; height: number },
  words: GraphWords,
): PlacedEdge => ({ edge, points: laid.points, at: { x: laid.x, y: laid.y }, ...labelOf(edge, words) });

/** Along the direction first, then across it. */
function inReadingOrder(nodes: PlacedNode[], direction: Direction): PlacedNode[] {
  const along = ({ x, y, width, height }: PlacedNode) => (direction === 'right' ? x + width / 2 : y + height / 2);
  const across = ({ x, y }: PlacedNode) => (direction === 'right' ? y : x);
  return nodes.toSorted((a, b) => along(a) - along(b) || across(a) - across(b));
}
