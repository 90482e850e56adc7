import { PROSE } from '../../text.ts';
import { type AiSystemFacts, createAiSystem, type FactName, UNKNOWN_FACTS } from '../facts.ts';
import { IMPORT_FIELD_NAMES, IMPORT_FIELDS, type ImportField } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { readPii } from './pii.ts';
import { readDate } from './read-date.ts';
import { type ChoiceField, choiceOf } from './vocabulary.ts';

export interface SourceRow {
  /** As a spreadsheet shows it: the header is 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Something about one row, said so that a person finds the cell. */
export interface RowNote {
  readonly row: number;
  readonly field: ImportField;
  /** Header of the column, several joined with ` + `. */
  readonly column: string;
  readonly message: string;
}

export type Converted =
  | {
      readonly ok: true;
      /**
       * Only what the row says: a blank cell fills no fact and overwrites none. `notes` end with what a fact could not
       * hold, so that the same row always gives the same notes and a second import shows no change.
       */
      readonly facts: Partial<AiSystemFacts> & { readonly name: string };
      readonly externalId?: string;
      /** The row is imported, and these cells were not understood. */
      readonly warnings: readonly RowNote[];
    }
  | { readonly ok: false; readonly errors: readonly RowNote[] };

/** What a row of the table says about one AI system. */
export function convertRow(mapping: Mapping, headers: readonly string[], row: SourceRow): Converted {
  const draft: Draft = { row, facts: {}, remarks: [], warnings: [] };
  for (const field of IMPORT_FIELD_NAMES) {
    const entry = mapping[field];
    if (!entry) continue;
    const parts = entry.columns
      .map((column) => ({ column, text: (row.cells[headers.indexOf(column)] ?? '').trim() }))
      .filter((part) => !isBlank(part.text));
    if (parts.length > 0) READERS[IMPORT_FIELDS[field].kind](draft, field, parts, entry);
  }
  takeBackLiveDate(draft, mapping);
  return checked(draft, mapping);
}

/** All facts of a system that is new with this row. */
export const factsOfNew = ({ facts }: Extract<Converted, { ok: true }>): AiSystemFacts => ({
  ...UNKNOWN_FACTS,
  ...facts,
});

interface Part {
  readonly column: string;
  readonly text: string;
}

interface Draft {
  readonly row: SourceRow;
  readonly facts: Record<string, unknown>;
  externalId?: string;
  readonly remarks: string[];
  readonly warnings: RowNote[];
}

type CellReader = (draft: Draft, field: ImportField, parts: readonly Part[], entry: Mapping[ImportField] & {}) => void;

const READERS: Record<(typeof IMPORT_FIELDS)[ImportField]['kind'], CellReader> = {
  key: (draft, _field, [part]) => {
    draft.externalId = oneLine(part!.text);
  },
  line: (draft, field, [part]) => {
    draft.facts[field] = oneLine(part!.text);
  },
  prose: (draft, field, parts) => {
    draft.facts[field] =
      field === 'notes' && parts.length > 1
        ? parts.map((part) => `${part.column}: ${part.text}`).join('\n')
        : parts.map((part) => part.text).join('\n\n');
  },
  choice: (draft, field, [part]) => {
    const value = choiceOf(field as ChoiceField, part!.text);
    if (value === undefined) keepUnread(draft, field, part!, `is not one of the known answers`);
    else draft.facts[field] = value;
  },
  date: (draft, field, [part], { dateOrder }) => {
    const read = readDate(part!.text, dateOrder);
    if (!read) return keepUnread(draft, field, part!, 'is not a date that can be read');
    draft.facts[field] = read.on;
    if (read.precision !== 'day')
      draft.remarks.push(
        `Imported: “${part!.column}” says ${part!.text}; recorded as the first day of the ${read.precision}.`,
      );
  },
  pii: (draft, field, [part]) => {
    const read = readPii(part!.text, part!.column);
    if (!read) return keepUnread(draft, field, part!, 'is neither yes nor no');
    draft.remarks.push(read.remark);
    // `phi` is read before `pii`: what a column says about PHI itself wins over what follows from PII.
    if (read.phi && draft.facts.phi === undefined) draft.facts.phi = read.phi;
  },
};

const isBlank = (text: string) => text === '' || text === '[]';

/** Names in real tables hold line breaks where the writer's cell was narrow. */
const oneLine = (text: string) => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');

function keepUnread(draft: Draft, field: ImportField, { column, text }: Part, problem: string): void {
  const value = text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text;
  draft.warnings.push({ row: draft.row.number, field, column, message: `“${value}” ${problem}; kept in the notes` });
  draft.remarks.push(`Imported: “${column}” says ${text.length > 1_000 ? value : text}.`);
}

/** Tables ask for one date, "operational or pilot start". Of a system that is not live yet it is no date of going live. */
function takeBackLiveDate(draft: Draft, mapping: Mapping): void {
  const { stage, liveSince } = draft.facts;
  if (!liveSince || !(['discovered', 'proposed', 'pilot', 'in_review'] as unknown[]).includes(stage)) return;
  delete draft.facts.liveSince;
  const said = `Imported: “${mapping.liveSince!.columns[0]}” says`;
  if (!draft.remarks.some((remark) => remark.startsWith(said))) draft.remarks.push(`${said} ${liveSince}.`);
}

/** Lengths and characters are checked where they are for everyone: by the command's own schema. */
function checked(draft: Draft, mapping: Mapping): Converted {
  const { row, facts, externalId, remarks, warnings } = draft;
  const note = (field: ImportField, message: string): RowNote => ({
    row: row.number,
    field,
    column: mapping[field]?.columns.join(' + ') ?? '',
    message,
  });
  const errors: RowNote[] = [];
  const parsed = createAiSystem.safeParse({ ...facts, name: facts.name ?? '' });
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path[0] as FactName & ImportField;
    const text = facts[field];
    const size =
      issue.code === 'too_big' && typeof text === 'string' ? ` (it has ${text.length.toLocaleString('en-US')})` : '';
    errors.push(note(field, issue.message + size));
  }
  if (externalId && externalId.length > MAX_ID) errors.push(note('externalId', `must be at most ${MAX_ID} characters`));
  if (externalId && (externalId.includes('\u0000') || !externalId.isWellFormed()))
    errors.push(note('externalId', 'contains a character that cannot be stored'));
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  const notes = [parsed.data.notes ?? '', ...remarks.filter(storable)].filter(Boolean).join('\n');
  return { ok: true, facts: { ...parsed.data, ...(notes && { notes: fitting(notes) }) }, externalId, warnings };
}

const fitting = (notes: string): string =>
  notes.length <= PROSE
    ? notes
    : `${notes
        .slice(0, PROSE - 40)
        .toWellFormed()
        .trimEnd()}\n[shortened on import]`;

/** Longest id of a source, in characters; real ones have under 20. */
const MAX_ID = 200;

const storable = (text: string) => !text.includes('\u0000') && text.isWellFormed();
