import classes from './graph.module.css';
import { type PlacedEdge, type Point, SIZES } from './graph-layout.ts';
import { TONE_MARKS } from './graph-node.tsx';
import type { GraphWords } from './graph-parts.ts';
import { widthOf } from './wrap-text.ts';

/** A line with its arrow. */
export function EdgeLine({ placed: { edge, points }, arrow }: { placed: PlacedEdge; arrow: string }) {
  return (
    <g data-tone={edge.tone} data-phi={edge.phi}>
      <path d={pathOf(points)} className={classes.edge} markerEnd={arrow} />
    </g>
  );
}

/** In the middle of a line: the word on PHI, a mark of how it stands, and its label. Lies above all lines. */
export function EdgeLabel({ placed, words }: { placed: PlacedEdge; words: GraphWords }) {
  const { edge, at, width, height, label } = placed;
  const Mark = TONE_MARKS[edge.tone];
  const word = edge.phi && words.phi[edge.phi];
  if (!word && !Mark && label.length === 0) return null;
  const pill = word ? widthOf(word, 11, true) + 12 : 0;
  const left = -(pill + (Mark ? 18 : 0)) / 2;
  const top = -height / 2 + 2;
  return (
    <g data-tone={edge.tone} transform={`translate(${at.x} ${at.y})`}>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} className={classes.ground} />
      {word && (
        <g className={classes.phi} data-phi={edge.phi}>
          <rect x={left} y={top} width={pill} height={16} rx="3" />
          <text x={left + pill / 2} y={top + 12}>
            {word}
          </text>
        </g>
      )}
      {Mark && <Mark x={left + pill + 4} y={top + 1} size={14} stroke={2} className={classes.mark} />}
      {label.map((line, index) => (
        <text key={index} y={top + SIZES.phi + 11 + index * SIZES.edgeLine} className={classes.label}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** Through the points with rounded corners. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const last = rest.at(-1) ?? first;
  const corners = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1]!;
    return `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return [`M${at(first)}`, ...corners, `L${at(last)}`].join(' ');
}

const at = ({ x, y }: Point) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
