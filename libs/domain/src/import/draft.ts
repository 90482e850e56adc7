import type { ZodError } from 'zod';
import { keysOf } from '../keys.ts';
import { PROSE } from '../text.ts';
import { readDate } from '../time/read-date.ts';
import type { FieldKind, ImportField, Mapping, Source } from './mapping.ts';

export interface SourceRow {
  /** As a spreadsheet shows it: the header is 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Something about one row, said so that a person finds the cell. */
export interface RowNote<Field extends string = string> {
  readonly row: number;
  readonly field: Field;
  /** Header of the column, several joined with ` + `. */
  readonly column: string;
  readonly message: string;
}

export interface Cell {
  readonly column: string;
  readonly text: string;
}

/** What a row says, before it is checked. */
export interface Draft<Field extends string = string> {
  readonly row: SourceRow;
  readonly facts: Record<string, unknown>;
  /** What a fact could not hold; it goes to the notes. */
  readonly remarks: string[];
  readonly warnings: RowNote<Field>[];
}

export type CellReader<Field extends string> = (
  draft: Draft<Field>,
  field: Field,
  cells: readonly Cell[],
  source: Source,
) => void;

/** The row's cells that are not blank, read field by field. */
export function draftOf<Field extends string>(
  fields: Readonly<Record<Field, ImportField>>,
  readers: Readonly<Partial<Record<FieldKind, CellReader<Field>>>>,
  mapping: Mapping<Field>,
  headers: readonly string[],
  row: SourceRow,
): Draft<Field> {
  const draft: Draft<Field> = { row, facts: {}, remarks: [], warnings: [] };
  for (const field of keysOf(fields)) {
    const source = mapping[field];
    if (!source) continue;
    const cells = source.columns
      .map((column) => ({ column, text: (row.cells[headers.indexOf(column)] ?? '').trim() }))
      .filter((cell) => !isBlank(cell.text));
    if (cells.length > 0) readers[fields[field].kind]!(draft, field, cells, source);
  }
  return draft;
}

const isBlank = (text: string) => text === '' || text === '[]';

/** Names in real tables hold line breaks where the writer's cell was narrow. */
export const oneLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');

export const readLine: CellReader<string> = (draft, field, [cell]) => {
  draft.facts[field] = oneLine(cell!.text);
};

export const readProse: CellReader<string> = (draft, field, cells) => {
  draft.facts[field] =
    field === 'notes' && cells.length > 1
      ? cells.map((cell) => `${cell.column}: ${cell.text}`).join('\n')
      : cells.map((cell) => cell.text).join('\n\n');
};

export const readDay: CellReader<string> = (draft, field, [cell], { dateOrder }) => {
  const read = readDate(cell!.text, dateOrder);
  if (!read) return keepUnread(draft, field, cell!, 'is not a date that can be read');
  draft.facts[field] = read.on;
  if (read.precision !== 'day')
    draft.remarks.push(
      `Imported: “${cell!.column}” says ${cell!.text}; recorded as the first day of the ${read.precision}.`,
    );
};

/** Reads a choice by `choiceOf`, which answers undefined for words that are not known. */
export const readChoice =
  <Field extends string>(choiceOf: (field: Field, text: string) => string | undefined): CellReader<Field> =>
  (draft, field, [cell]) => {
    const value = choiceOf(field, cell!.text);
    if (value === undefined) keepUnread(draft, field, cell!, 'is not one of the known answers');
    else draft.facts[field] = value;
  };

export function keepUnread<Field extends string>(
  draft: Draft<Field>,
  field: Field,
  { column, text }: Cell,
  problem: string,
): void {
  const value = text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text;
  draft.warnings.push({ row: draft.row.number, field, column, message: `“${value}” ${problem}; kept in the notes` });
  draft.remarks.push(`Imported: “${column}” says ${text.length > 1_000 ? value : text}.`);
}

/** The problems of a schema as notes of the row; a text that is too long says how long it is. */
export const notesOf = <Field extends string>(
  { row, facts }: Draft<Field>,
  mapping: Mapping<Field>,
  error: ZodError | undefined,
): RowNote<Field>[] =>
  (error?.issues ?? []).map((issue) => {
    const field = issue.path[0] as Field;
    const text = facts[field];
    const size =
      issue.code === 'too_big' && typeof text === 'string' ? ` (it has ${text.length.toLocaleString('en-US')})` : '';
    return noteAt(row, mapping, field, issue.message + size);
  });

export const noteAt = <Field extends string>(
  row: SourceRow,
  mapping: Mapping<Field>,
  field: Field,
  message: string,
): RowNote<Field> => ({ row: row.number, field, column: mapping[field]?.columns.join(' + ') ?? '', message });

/** Notes that end with what a fact could not hold, so that the same row always gives the same notes. */
export const withRemarks = (notes: string, remarks: readonly string[]): string =>
  fitting([notes, ...remarks.filter(isStorable)].filter(Boolean).join('\n'));

/** A text that was put together, at most as long as free text may be. */
export const fitting = (text: string): string =>
  text.length <= PROSE
    ? text
    : `${text
        .slice(0, PROSE - 40)
        .toWellFormed()
        .trimEnd()}\n[shortened on import]`;

export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
