import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import classes from './graph.module.css';
import { EdgeLabel, EdgeLine } from './graph-edge.tsx';
import { type Direction, type Placed, placed } from './graph-layout.ts';
import { nodeAfter } from './graph-moves.ts';
import { NodeDrawing, nameOf } from './graph-node.tsx';
import { GRAPH_WORDS, type GraphProps, type GraphWords } from './graph-parts.ts';

/** Below this the drawing may run down instead of to the right, if it is narrower so. */
const NARROW = 640;

export function GraphDrawing({ label, nodes, edges, direction = 'auto', words = GRAPH_WORDS, onOpen }: GraphProps) {
  const { place, narrow } = usePlace();
  const { runs, drawing } = useMemo(
    () => laidOut(nodes, edges, words, direction, narrow),
    [nodes, edges, words, direction, narrow],
  );
  useLayoutEffect(() => showHere(place.current, drawing), [place, drawing]);
  const svg = useRef<SVGSVGElement>(null);
  const id = useId();

  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    const from = (event.target as Element).closest('[data-node]')?.getAttribute('data-node');
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = nodeAfter(event.key, from, drawing, runs);
    if (to === undefined) return;
    event.preventDefault();
    svg.current?.querySelector<SVGElement>(`[data-node="${CSS.escape(to)}"]`)?.focus();
  };
  return (
    <figure ref={place} aria-label={label} className={classes.scroll}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure has the name */}
      <svg
        ref={svg}
        className={classes.graph}
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        onKeyDown={move}
      >
        <defs>
          <pattern id={`${id}hatch`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="4" className={classes.hatch} />
          </pattern>
          <marker
            id={`${id}arrow`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0 0.5 8 4 0 7.5z" className={classes.arrow} />
          </marker>
        </defs>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the names of the nodes say it all */}
        <g aria-hidden="true">
          {drawing.edges.map((edge) => (
            <EdgeLine key={edge.edge.id} placed={edge} arrow={`url(#${id}arrow)`} />
          ))}
          {drawing.edges.map((edge) => (
            <EdgeLabel key={edge.edge.id} placed={edge} words={words} />
          ))}
        </g>
        {drawing.nodes.map((node) => (
          <NodeDrawing
            key={node.node.id}
            placed={node}
            name={nameOf(node.node, drawing, words)}
            hatch={`url(#${id}hatch)`}
            onOpen={onOpen}
          />
        ))}
      </svg>
    </figure>
  );
}

/** Where the drawing stands, and whether that is narrow: known before anything is painted. */
function usePlace() {
  const place = useRef<HTMLElement>(null);
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const measure = () => setNarrow((place.current?.clientWidth ?? NARROW) < NARROW);
    measure();
    const observer = new ResizeObserver(measure);
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return { place, narrow };
}

function laidOut(
  nodes: GraphProps['nodes'],
  edges: GraphProps['edges'],
  words: GraphWords,
  direction: NonNullable<GraphProps['direction']>,
  narrow: boolean,
): { runs: Direction; drawing: Placed } {
  const laid = (runs: Direction) => ({ runs, drawing: placed(nodes, edges, runs, words) });
  if (direction !== 'auto') return laid(direction);
  const [right, down] = [laid('right'), narrow ? laid('down') : undefined];
  return down && down.drawing.width < right.drawing.width ? down : right;
}

/** Wider than its place, it is scrolled to what the page is about. */
function showHere(place: HTMLElement | null, { nodes }: Placed): void {
  const here = nodes.find(({ node }) => node.here);
  if (!place || !here || here.x + here.width <= place.clientWidth) return;
  place.scrollLeft = here.x + here.width / 2 - place.clientWidth / 2;
}
