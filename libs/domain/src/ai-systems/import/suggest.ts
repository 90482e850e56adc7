import { IMPORT_FIELD_NAMES, IMPORT_FIELDS, type ImportField } from './fields.ts';
import { FEDERAL_INVENTORY, SYNONYMS } from './headers.ts';
import type { Mapping } from './mapping.ts';
import { words } from './normalize.ts';
import { readDate } from './read-date.ts';
import { type ChoiceField, choiceOf, yesNoOf } from './vocabulary.ts';

export interface Why {
  /** `sure`: a known layout or the exact name of the field. `likely`: another usual header. `check`: the header contains one. */
  readonly confidence: 'sure' | 'likely' | 'check';
  readonly text: string;
}

export interface Suggestion {
  readonly layout: 'federal-inventory' | 'other';
  readonly mapping: Mapping;
  readonly why: Readonly<Partial<Record<ImportField, Why>>>;
}

/** A first mapping for a person to correct. What is not recognized stays unmapped, and its facts unknown. */
export function suggestMapping(headers: readonly string[], sample: readonly (readonly string[])[]): Suggestion {
  const suggestion = isFederalInventory(headers) ? federal(headers) : ordinary(headers, sample);
  const { mapping } = suggestion;
  for (const field of ['liveSince', 'nextReviewOn'] as const) {
    const entry = mapping[field];
    if (entry && isDayFirst(valuesOf(headers, sample, entry.columns[0]!))) entry.dateOrder = 'dmy';
  }
  return suggestion;
}

const known = FEDERAL_INVENTORY.map(([field, names, why]) => ({ field, names: names.map(words), why }));

/** Six of its headers make the layout: people delete and add columns. */
const isFederalInventory = (headers: readonly string[]) =>
  known.filter(({ names }) => headers.some((header) => names.includes(words(header)))).length >= 6;

function federal(headers: readonly string[]): Suggestion {
  const mapping: Mapping = {};
  const why: Partial<Record<ImportField, Why>> = {};
  for (const { field, names, why: text } of known) {
    const column = headers.find((header) => names.includes(words(header)));
    if (!column) continue;
    mapping[field] = { columns: [...(mapping[field]?.columns ?? []), column] };
    why[field] = { confidence: field === 'businessOwner' ? 'check' : 'sure', text };
  }
  return { layout: 'federal-inventory', mapping, why };
}

interface Candidate {
  readonly field: ImportField;
  readonly column: string;
  readonly score: number;
  readonly why: Why;
}

/** The best pairs first; a column and a field are used once. */
function ordinary(headers: readonly string[], sample: readonly (readonly string[])[]): Suggestion {
  const mapping: Mapping = {};
  const why: Partial<Record<ImportField, Why>> = {};
  const taken = new Set<string>();
  const candidates = headers.flatMap((column) =>
    IMPORT_FIELD_NAMES.flatMap((field) => candidate(field, column, valuesOf(headers, sample, column)) ?? []),
  );
  for (const { field, column, why: reason } of candidates.sort((a, b) => b.score - a.score)) {
    if (mapping[field] || taken.has(column)) continue;
    mapping[field] = { columns: [column] };
    why[field] = reason;
    taken.add(column);
  }
  return { layout: 'other', mapping, why };
}

function candidate(field: ImportField, column: string, values: readonly string[]): Candidate | undefined {
  const header = words(column) || column.trim();
  const names = SYNONYMS[field].map((name) => words(name) || name);
  const place = names.indexOf(header);
  const contained =
    place < 0 ? names.find((name) => name.length > 2 && ` ${header} `.includes(` ${name} `)) : undefined;
  if (place < 0 && !contained) return undefined;
  if (!readable(field, values)) return undefined;
  const label = IMPORT_FIELDS[field].label;
  if (place === 0) return { field, column, score: 300, why: { confidence: 'sure', text: `The header is “${label}”.` } };
  if (place > 0)
    return {
      field,
      column,
      score: 200 - place,
      why: { confidence: 'likely', text: `“${column}” is a usual header for ${label}.` },
    };
  return {
    field,
    column,
    score: contained!.length,
    why: { confidence: 'check', text: `The header contains “${contained}”.` },
  };
}

/** A choice or a date is suggested only when at least half of the sample can be read as one. */
function readable(field: ImportField, values: readonly string[]): boolean {
  const kind = IMPORT_FIELDS[field].kind;
  const reads =
    kind === 'choice'
      ? (value: string) => choiceOf(field as ChoiceField, value) !== undefined
      : kind === 'date'
        ? (value: string) => (readDate(value) ?? readDate(value, 'dmy')) !== undefined
        : kind === 'pii'
          ? (value: string) => yesNoOf(value) !== undefined
          : () => true;
  return values.filter(reads).length * 2 >= values.length;
}

/** `31/01/2026` shows that the day comes first, unless another cell shows the opposite. */
function isDayFirst(values: readonly string[]): boolean {
  const pairs = values
    .map((value) => /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(value))
    .filter((match) => match !== null);
  return pairs.some((pair) => Number(pair[1]) > 12) && !pairs.some((pair) => Number(pair[2]) > 12);
}

const valuesOf = (headers: readonly string[], sample: readonly (readonly string[])[], column: string): string[] =>
  sample.map((cells) => (cells[headers.indexOf(column)] ?? '').trim()).filter((value) => value !== '');
