import type { ReportHead } from '../head.ts';

/** A register as paper shows it: words and numbers only; the template decides how they look. */
export interface RegisterDocument {
  readonly title: string;
  /** Where the organization stands: the first sentence is on the cover too. */
  readonly standing: { readonly first: string; readonly more: readonly string[] };
  readonly counts: readonly CountTable[];
  readonly sections: readonly RegisterSection[];
  /** "What is missing", the appendix every report has. */
  readonly missing: readonly Lack[];
  readonly method: readonly { readonly heading: string; readonly text: string }[];
}

export interface CountTable {
  readonly caption: string;
  readonly heading: string;
  /** What is counted, as the heading of the numbers. */
  readonly counted: string;
  readonly rows: readonly { readonly label: string; readonly mark: Mark; readonly count: number }[];
}

export interface RegisterSection {
  readonly heading: string;
  readonly lead: string;
  /** What stands there when the table has no row. */
  readonly none: string;
  readonly columns: readonly { readonly heading: string; readonly width: string; readonly right?: boolean }[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Cell[])[];
}

/** `gap`: something is open. Marks always stand beside their word. */
export type Mark = '' | 'yes' | 'no' | 'unknown' | 'gap';

export interface Cell {
  readonly lines: readonly string[];
  readonly mark: Mark;
  /** Nothing is recorded; the words say so. */
  readonly unknown: boolean;
  readonly late: boolean;
}

export interface Lack {
  readonly heading: string;
  readonly names: readonly string[];
}

export interface RegisterReport extends ReportHead {
  readonly fingerprint: string;
  readonly document: RegisterDocument;
}

/** A cell with a text; '' says `otherwise` as unknown. */
export const textCell = (text: string, otherwise = 'not recorded'): Cell =>
  text === '' ? cell([otherwise], { unknown: true }) : cell([text]);

export const linesCell = (lines: readonly string[], otherwise: string): Cell =>
  lines.length === 0 ? cell([otherwise], { unknown: true }) : cell(lines);

export const markCell = (mark: Mark, text: string): Cell => cell([text], { mark, unknown: mark === 'unknown' });

export function cell(lines: readonly string[], more: Partial<Omit<Cell, 'lines'>> = {}): Cell {
  return { lines, mark: '', unknown: false, late: false, ...more };
}

/** Rows counted by a choice; every row falls in one line, so that sums equal the total. */
export function countBy<Row, Choice extends string>(
  rows: readonly Row[],
  choices: Readonly<Record<Choice, string>>,
  choiceOf: (row: Row) => Choice,
  markOf: (choice: Choice) => Mark = () => '',
): CountTable['rows'] {
  const keys = Object.keys(choices) as Choice[];
  const stray = rows.find((row) => !keys.includes(choiceOf(row)));
  if (stray) throw new TypeError(`${String(choiceOf(stray))}: not one of its choices`);
  return keys.map((key) => ({
    label: choices[key],
    mark: markOf(key),
    count: rows.filter((row) => choiceOf(row) === key).length,
  }));
}
