import type { Reason } from '../decision.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { columnsOf, type ListColumns } from './list-columns.ts';
import { listDate } from './list-date.ts';
import { type ListEntry, listEntry } from './subprocessors.ts';

/** A table as it stands in a document, its header first. */
export interface ListTable {
  /** The heading above it, for messages; empty where there is none. */
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  /** Where cells are merged, in words: "in row 3". What such a cell says of which row is not certain. */
  readonly merged?: string;
}
export interface ListDocument {
  readonly tables: readonly ListTable[];
  /** Everything around the tables. */
  readonly text: string;
}
export type ListReading =
  | {
      readonly ok: true;
      readonly listedOn: PlainDate | null;
      readonly entries: readonly ListEntry[];
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly because: Reason };

export const MAX_ENTRIES = 1_000;

/** A vendor's list of subprocessors from the tables of a document. What cannot be taken for certain is refused, with why. */
export function readList({ tables, text }: ListDocument): ListReading {
  if (tables.length === 0) return refuse('no-table', NO_TABLE);
  const date = listDate(text);
  if (date && 'wrong' in date)
    return refuse('no-such-date', `The list is dated ${date.wrong}, a date that does not exist.`);
  const warnings: string[] = [];
  const entries: ListEntry[] = [];
  for (const table of tables) {
    const read = readTable(table);
    if ('key' in read) return { ok: false, because: read };
    entries.push(...read.entries);
    warnings.push(...read.warnings);
    if (entries.length > MAX_ENTRIES) return refuse('too-many', TOO_MANY);
  }
  if (entries.length === 0) return refuse('nobody-named', nobodyNamed(tables));
  const kept = withoutRepeats(entries, warnings);
  const outside = namedOutside(text);
  return {
    ok: true,
    listedOn: date?.on ?? null,
    entries: kept,
    warnings: [...warnings, ...(date ? [] : [NO_DATE]), ...outside],
  };
}

/** The name without what typing and footnotes leave behind: "Intercom, Inc.." is "Intercom, Inc.". */
export const cleanName = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(\s*(\[\d+\]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]))+$/u, '')
    .replace(/[\s,;:]+$/, '')
    .replace(/\.{2,}$/, '.');

interface TableReading {
  readonly entries: readonly ListEntry[];
  readonly warnings: readonly string[];
}

function readTable({ title, rows, merged }: ListTable): TableReading | Reason {
  const which = title ? `The table “${title}”` : 'The table';
  if (merged) return because('merged', `${which} has merged cells ${merged}: which row they belong to is not certain.`);
  const [first = [], ...below] = rows;
  const headers = withoutBlankEnd(first).map((header) => header.replace(/\s+/g, ' ').trim());
  if (headers.length === 0) return because('empty-header', `${which} has an empty header row.`);
  const nameless = headers.indexOf('');
  if (nameless >= 0) return because('empty-header', `${which} has no header above column ${nameless + 1}.`);
  const columns = columnsOf(headers);
  if (!columns) return { entries: [], warnings: [`${which} was left out: ${noName(headers)}`] };
  const filled = below.map((cells, at) => ({ cells, number: at + 2 })).filter(({ cells }) => !isBlank(cells));
  const entries: ListEntry[] = [];
  const warnings = otherColumns(which, headers, columns);
  for (const { cells, number } of filled.slice(0, MAX_ENTRIES + 1)) {
    const entry = readRow(`${which}, row ${number}`, withoutBlankEnd(cells, headers.length), headers, columns);
    if ('key' in entry) return entry;
    const written = cells[columns.indexOf('name')]!.trim();
    if (entry.name !== written) warnings.push(`“${written}” is read as “${entry.name}”.`);
    entries.push(entry);
  }
  return { entries, warnings };
}

function readRow(
  where: string,
  cells: readonly string[],
  headers: readonly string[],
  columns: ListColumns,
): ListEntry | Reason {
  if (cells.length !== headers.length)
    return because(
      'ragged-row',
      `${where} has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the header has ${headers.length}.`,
    );
  const of = (field: keyof ListEntry) => cells[columns.indexOf(field)]?.trim() ?? '';
  const others = headers.flatMap((header, at) => {
    const value = cells[at]!.trim();
    return columns[at] === undefined && value !== '' ? [`${header}: ${value}`] : [];
  });
  const name = cleanName(of('name'));
  if (name === '') return because('nameless-row', `${where} names nobody.`);
  const parsed = listEntry.safeParse({
    name,
    services: of('services'),
    purpose: of('purpose'),
    data: of('data'),
    location: of('location'),
    phi: of('phi'),
    agreement: of('agreement'),
    notes: [of('notes'), ...others].filter(Boolean).join('\n'),
  });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  return because('too-long', `${where}: ${String(issue.path[0])} ${issue.message}.`);
}

/** A line that stands twice word for word is one; the same name with other facts stays, and is pointed out. */
function withoutRepeats(entries: readonly ListEntry[], warnings: string[]): ListEntry[] {
  const seen = new Set<string>();
  const names = new Set<string>();
  return entries.filter((entry) => {
    const whole = JSON.stringify(Object.values(entry));
    const who = JSON.stringify([entry.name.toLowerCase(), entry.services.toLowerCase()]);
    if (seen.has(whole)) {
      warnings.push(`“${entry.name}” stands twice in the same words; it is taken once.`);
      return false;
    }
    if (names.has(who)) warnings.push(`“${entry.name}” stands twice for the same service, with other facts.`);
    seen.add(whole);
    names.add(who);
    return true;
  });
}

function otherColumns(which: string, headers: readonly string[], columns: ListColumns): string[] {
  const others = headers.filter((_, at) => columns[at] === undefined).map((header) => `“${header}”`);
  return others.length > 0
    ? [`${which}: ${others.join(', ')} ${others.length > 1 ? 'are' : 'is'} kept in the notes.`]
    : [];
}

/** Sentences that name an affiliate as a subprocessor outside of any table: a person has to look. */
const namedOutside = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|\n{2,}/)
    .filter((sentence) => /\baffiliate/i.test(sentence) && /\bas (an? )?sub-?processor/i.test(sentence))
    .map((sentence) => `Not in a table, and not taken: “${sentence.replace(/\s+/g, ' ').trim().slice(0, 300)}”`);

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** Without empty cells at the end, down to `least`: a spreadsheet adds them where a neighbour once stood. */
function withoutBlankEnd(cells: readonly string[], least = 0): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, Math.max(last + 1, Math.min(least, cells.length)));
}

const noName = (headers: readonly string[]) =>
  `none of its columns (${headers.map((header) => `“${header}”`).join(', ')}) names a subprocessor, entity or company.`;

function nobodyNamed(tables: readonly ListTable[]): string {
  const [first] = tables;
  const headers = withoutBlankEnd(first?.rows[0] ?? []);
  return columnsOf(headers)
    ? 'The table names nobody below its header.'
    : `The table cannot be read: ${noName(headers)}`;
}

const because = (key: string, text: string): Reason => ({ key, text });
const refuse = (key: string, text: string): ListReading => ({ ok: false, because: because(key, text) });

const NO_TABLE =
  'No table was found. A list is read from a table with a header row; other lists have to be put into one, or entered by hand.';
const TOO_MANY = `The list has more than ${MAX_ENTRIES.toLocaleString('en-US')} rows. Split it by service and record the parts one after the other.`;
const NO_DATE = 'The list bears no date that could be read. Say on which day it was published or read.';
