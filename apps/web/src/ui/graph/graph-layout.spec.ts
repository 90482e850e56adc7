import { describe, expect, it } from 'vitest';
import { placed } from './graph-layout.ts';
import { nodeAfter } from './graph-moves.ts';
import { nameOf } from './graph-node.tsx';
import { GRAPH_WORDS, type GraphEdge, type GraphNode } from './graph-parts.ts';

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  title: id,
  kind: 'Vendor',
  tone: 'plain',
  ...more,
});
const edge = (from: string, to: string, more: Partial<GraphEdge> = {}): GraphEdge => ({
  id: `${from}>${to}`,
  from,
  to,
  tone: 'plain',
  ...more,
});

const DIAMOND = [edge('scribe', 'cloud'), edge('scribe', 'model'), edge('cloud', 'host'), edge('model', 'host')];
const nodes = ['host', 'scribe', 'model', 'cloud'].map((id) => node(id));
const chain = (direction: 'right' | 'down') => placed(nodes, DIAMOND, direction, GRAPH_WORDS);

describe('the layout of a graph', () => {
  it.each(['right', 'down'] as const)('to the %s: every edge runs on, and no two nodes overlap', (direction) => {
    const { nodes: laid, edges, width, height } = chain(direction);
    const at = new Map(laid.map((one) => [one.node.id, one]));
    for (const {
      edge: { from, to },
    } of edges)
      if (direction === 'right') expect(at.get(to)!.x).toBeGreaterThan(at.get(from)!.x + at.get(from)!.width);
      else expect(at.get(to)!.y).toBeGreaterThan(at.get(from)!.y + at.get(from)!.height);
    for (const a of laid)
      for (const b of laid)
        if (a !== b)
          expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(
            true,
          );
    for (const { x, y, width: w, height: h } of laid)
      expect([x >= 0, y >= 0, x + w <= width, y + h <= height]).toEqual([true, true, true, true]);
  });

  it('reads from where things come to where they go', () => {
    const order = chain('right').nodes.map((one) => one.node.id);
    expect([order[0], order.at(-1)]).toEqual(['scribe', 'host']);
  });

  it('lays out a cycle, two edges between the same nodes, and a node of its own', () => {
    const laid = placed(
      [node('a'), node('b'), node('alone')],
      [
        edge('a', 'b', { id: '1', label: 'Hosting' }),
        edge('a', 'b', { id: '2' }),
        edge('b', 'a'),
        edge('a', 'nowhere'),
      ],
      'right',
      GRAPH_WORDS,
    );
    expect(laid.nodes).toHaveLength(3);
    expect(laid.edges.map((one) => one.edge.id)).toEqual(['1', '2', 'b>a']);
    for (const { points } of laid.edges) expect(points.length).toBeGreaterThan(1);
    expect(laid.edges[0]!.at).not.toEqual(laid.edges[1]!.at);
  });

  it('is empty for nothing', () => {
    expect(placed([], [], 'right', GRAPH_WORDS)).toMatchObject({ nodes: [], edges: [] });
  });

  it('places 600 nodes within seconds', () => {
    const many = Array.from({ length: 600 }, (_, index) => node(`v${index}`));
    const links = many.slice(1).map(({ id }, index) => edge(`v${Math.floor(index / 8)}`, id));
    const start = performance.now();
    expect(placed(many, links, 'right', GRAPH_WORDS).nodes).toHaveLength(600);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('keys in a graph', () => {
  const graph = chain('right');
  const [upper, lower] = graph.nodes.slice(1, 3).map((one) => one.node.id);
  it.each([
    ['ArrowRight over an edge', 'ArrowRight', upper, 'host'],
    ['ArrowLeft over an edge back', 'ArrowLeft', 'host', upper],
    ['ArrowDown to the neighbour', 'ArrowDown', upper, lower],
    ['ArrowUp to the neighbour', 'ArrowUp', lower, upper],
    ['ArrowUp from the first of its rank: nowhere', 'ArrowUp', upper, undefined],
    ['ArrowRight from the end: nowhere', 'ArrowRight', 'host', undefined],
    ['Home', 'Home', 'host', 'scribe'],
    ['End', 'End', 'scribe', 'host'],
    ['another key: nowhere', 'x', 'scribe', undefined],
  ])('%s', (_, key, from, to) => {
    expect(nodeAfter(key, from!, graph, 'right')).toBe(to);
  });

  it('follows the direction of the drawing', () => {
    expect(nodeAfter('ArrowDown', 'cloud', chain('down'), 'down')).toBe('host');
    expect(nodeAfter('ArrowRight', 'cloud', chain('right'), 'right')).toBe('host');
  });
});

it('says of a node in words all that the drawing shows', () => {
  const graph = placed(
    [node('Scribe'), node('Model', { lines: ['United States'], tone: 'unknown', word: 'Unknown' })],
    [edge('Scribe', 'Model', { phi: 'yes', label: 'LLM API' })],
    'right',
    GRAPH_WORDS,
  );
  expect(graph.nodes.map((one) => nameOf(one.node, graph, GRAPH_WORDS))).toEqual([
    'Vendor: Scribe. To Model (PHI, LLM API)',
    'Vendor: Model. United States. Unknown. From Scribe (PHI, LLM API)',
  ]);
});
