/** How a thing stands. Always said in words too: by `word`, by `lines`, or by the label of an edge. */
export type Tone = 'ok' | 'gap' | 'unknown' | 'plain';

export interface GraphNode {
  readonly id: string;
  readonly title: string;
  /** Further facts, one a line, in the order in which they are read. */
  readonly lines?: readonly string[];
  readonly tone: Tone;
  /** The word of its tone, shown with a mark: "Unknown". Without it no mark is shown. */
  readonly word?: string;
  /** What it is, above the title: "Vendor", "AI system". */
  readonly kind: string;
  /** The thing that the page is about. */
  readonly here?: boolean;
  /** Its own page; Enter and a click open it. */
  readonly href?: string;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** Absent where the question does not arise. */
  readonly phi?: 'yes' | 'no' | 'unknown';
  readonly tone: Tone;
}

export interface GraphWords {
  readonly phi: Readonly<Record<'yes' | 'no' | 'unknown', string>>;
  /** Before the names of what comes in and goes out, for those who do not see the drawing. */
  readonly from: string;
  readonly to: string;
}

export const GRAPH_WORDS: GraphWords = {
  phi: { yes: 'PHI', no: 'No PHI', unknown: 'PHI unknown' },
  from: 'From',
  to: 'To',
};

export interface GraphProps {
  /** What the drawing shows, for those who do not see it; the same content stands beside it as a table. */
  label: string;
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  /** Where edges run to. `auto`: to the right; where the page is narrow, whichever way takes less width. */
  direction?: 'right' | 'down' | 'auto';
  words?: GraphWords;
  /** Opens a node of which `href` is known without loading the page; without it the browser follows the link. */
  onOpen?: (node: GraphNode) => void;
}
