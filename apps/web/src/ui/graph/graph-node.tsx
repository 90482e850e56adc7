import { IconCheck, IconExclamationCircle, IconQuestionMark } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import classes from './graph.module.css';
import { type Placed, type PlacedNode, SIZES } from './graph-layout.ts';
import type { GraphNode, GraphWords } from './graph-parts.ts';

interface Props {
  placed: PlacedNode;
  name: string;
  /** Fill that hatches. */
  hatch: string;
  onOpen?: (node: GraphNode) => void;
}

export const TONE_MARKS = {
  ok: IconCheck,
  gap: IconExclamationCircle,
  unknown: IconQuestionMark,
  plain: undefined,
} as const;

/** A box with what it is, its name, its facts and how it stands; a link where it has a page. */
export function NodeDrawing({ placed, name, hatch, onOpen }: Props) {
  const { node, x, y } = placed;
  const attributes = {
    'data-node': node.id,
    'data-tone': node.tone,
    'data-here': node.here || undefined,
    className: classes.node,
    transform: `translate(${x} ${y})`,
  };
  const open = (event: MouseEvent) => {
    if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(node);
  };
  if (node.href !== undefined)
    return (
      <a {...attributes} href={node.href} onClick={open}>
        <title>{name}</title>
        <Box placed={placed} hatch={hatch} />
      </a>
    );
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is read, not operated
    <g {...attributes} role="img" tabIndex={0}>
      <title>{name}</title>
      <Box placed={placed} hatch={hatch} />
    </g>
  );
}

function Box({ placed: { node, width, height, title, lines }, hatch }: { placed: PlacedNode; hatch: string }) {
  const rows: ReactNode[] = [];
  let y: number = SIZES.top;
  const row = (text: string, className: string | undefined, step: number) => {
    rows.push(
      <text key={rows.length} x={SIZES.pad} y={y} className={className}>
        {text}
      </text>,
    );
    y += step;
  };
  row(node.kind, classes.kind, SIZES.kind);
  for (const line of title) row(line, classes.title, SIZES.title);
  for (const line of lines) row(line, classes.line, SIZES.line);
  const Mark = TONE_MARKS[node.tone];
  // Hidden from those who hear the name, which says the same, and what leads here and away.
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g aria-hidden="true">
      <rect width={width} height={height} rx="3" className={classes.box} />
      {node.tone === 'unknown' && <rect x="1" y="1" width="6" height={height - 2} fill={hatch} />}
      {node.tone === 'gap' && <rect x="1" y="1" width="4" height={height - 2} className={classes.band} />}
      {rows}
      {node.word && (
        <g className={classes.word} data-tone={node.tone}>
          {Mark && <Mark x={SIZES.pad - 2} y={y - 8} size={14} stroke={2} />}
          <text x={Mark ? SIZES.pad + 16 : SIZES.pad} y={y + 4}>
            {node.word}
          </text>
        </g>
      )}
    </g>
  );
}

/** All that the drawing says of a node, in words. */
export function nameOf(node: GraphNode, { nodes, edges }: Placed, words: GraphWords): string {
  const titles = new Map(nodes.map(({ node: { id, title } }) => [id, title]));
  const links = (side: 'from' | 'to') =>
    edges
      .filter(({ edge }) => edge[side] === node.id)
      .map(({ edge: { from, to, phi, label } }) => {
        const said = [phi && words.phi[phi], label].filter(Boolean).join(', ');
        return `${titles.get(side === 'from' ? to : from)}${said && ` (${said})`}`;
      });
  const [incoming, outgoing] = [links('to'), links('from')];
  return [
    `${node.kind}: ${node.title}`,
    ...(node.lines ?? []),
    node.word,
    incoming.length > 0 && `${words.from} ${incoming.join('; ')}`,
    outgoing.length > 0 && `${words.to} ${outgoing.join('; ')}`,
  ]
    .filter((part) => typeof part === 'string')
    .map((part) => part.replace(/\.$/, ''))
    .join('. ');
}
