import { keysOf } from '../keys.ts';
import type { ImportField, Mapping } from './mapping.ts';
import { words } from './normalize.ts';
import { holdsSeparators } from './separated.ts';

export interface Why {
  /** `sure`: a known layout or the exact name of the field. `likely`: another usual header. `check`: the header contains one. */
  readonly confidence: 'sure' | 'likely' | 'check';
  readonly text: string;
}

export interface Suggestion<Field extends string = string> {
  /** Name of the layout that was recognized. */
  readonly layout: string;
  readonly mapping: Mapping<Field>;
  readonly why: { readonly [F in Field]?: Why | undefined };
}

/** A published table, known by its headers. */
export interface Layout<Field extends string> {
  readonly name: string;
  /** So many of its headers make the layout: people delete and add columns. */
  readonly atLeast: number;
  readonly columns: readonly (readonly [field: Field, headers: readonly string[], why: string])[];
  /** Fields that a person should look at. */
  readonly unsure: readonly Field[];
  /** Fields whose cells list several. */
  readonly holdsSeveral?: readonly Field[];
}

export interface HeaderHints<Field extends string> {
  readonly fields: Readonly<Record<Field, ImportField>>;
  readonly layouts: readonly Layout<Field>[];
  /** Headers of ordinary spreadsheets. The first one listed is the surest. */
  readonly synonyms: Readonly<Record<Field, readonly string[]>>;
  /** Can this cell be read as this field? */
  readonly reads: (field: Field, value: string) => boolean;
}

type Sample = readonly (readonly string[])[];

/** A first mapping for a person to correct. What is not recognized stays unmapped, and its facts unknown. */
export function suggestColumns<Field extends string>(
  hints: HeaderHints<Field>,
  headers: readonly string[],
  sample: Sample,
): Suggestion<Field> {
  const layout = hints.layouts.find(({ columns, atLeast }) => {
    const found = columns.filter(([, names]) => columnNamed(headers, names));
    return found.length >= atLeast;
  });
  const suggestion = layout ? ofLayout(layout, headers) : ordinary(hints, headers, sample);
  for (const field of keysOf(hints.fields)) {
    const source = suggestion.mapping[field];
    if (!source) continue;
    const values = valuesOf(headers, sample, source.columns[0]!);
    if (hints.fields[field].kind === 'date' && isDayFirst(values)) source.dateOrder = 'dmy';
    if (hints.fields[field].mayHoldSeveral && holdsSeparators(values)) source.holdsSeveral = true;
  }
  return suggestion;
}

const columnNamed = (headers: readonly string[], names: readonly string[]) =>
  headers.find((header) => names.some((name) => words(name) === words(header)));

function ofLayout<Field extends string>(layout: Layout<Field>, headers: readonly string[]): Suggestion<Field> {
  const mapping: Mapping<Field> = {};
  const why: { [F in Field]?: Why } = {};
  for (const [field, names, text] of layout.columns) {
    const column = columnNamed(headers, names);
    if (!column) continue;
    mapping[field] = {
      columns: [...(mapping[field]?.columns ?? []), column],
      ...(layout.holdsSeveral?.includes(field) && { holdsSeveral: true }),
    };
    why[field] = { confidence: layout.unsure.includes(field) ? 'check' : 'sure', text };
  }
  return { layout: layout.name, mapping, why };
}

interface Candidate<Field> {
  readonly field: Field;
  readonly column: string;
  readonly score: number;
  readonly why: Why;
}

/** The best pairs first; a column and a field are used once. */
function ordinary<Field extends string>(
  hints: HeaderHints<Field>,
  headers: readonly string[],
  sample: Sample,
): Suggestion<Field> {
  const mapping: Mapping<Field> = {};
  const why: { [F in Field]?: Why } = {};
  const taken = new Set<string>();
  const candidates = headers.flatMap((column) => {
    const values = valuesOf(headers, sample, column);
    return keysOf(hints.fields).flatMap((field) => candidate(hints, field, column, values) ?? []);
  });
  for (const { field, column, why: reason } of candidates.sort((a, b) => b.score - a.score)) {
    if (mapping[field] || taken.has(column)) continue;
    mapping[field] = { columns: [column] };
    why[field] = reason;
    taken.add(column);
  }
  return { layout: 'other', mapping, why };
}

function candidate<Field extends string>(
  hints: HeaderHints<Field>,
  field: Field,
  column: string,
  values: readonly string[],
): Candidate<Field> | undefined {
  const header = words(column) || column.trim();
  const names = hints.synonyms[field].map((name) => words(name) || name);
  const place = names.indexOf(header);
  const contained =
    place < 0 ? names.find((name) => name.length > 2 && ` ${header} `.includes(` ${name} `)) : undefined;
  if (place < 0 && !contained) return undefined;
  // A choice or a date is suggested only when at least half of the sample can be read as one.
  if (values.filter((value) => hints.reads(field, value)).length * 2 < values.length) return undefined;
  const found = (score: number, confidence: Why['confidence'], text: string) => ({
    field,
    column,
    score,
    why: { confidence, text },
  });
  const { label } = hints.fields[field];
  if (place === 0) return found(300, 'sure', `The header is “${label}”.`);
  if (place > 0) return found(200 - place, 'likely', `“${column}” is a usual header for ${label}.`);
  return found(contained!.length, 'check', `The header contains “${contained}”.`);
}

/** `31/01/2026` shows that the day comes first, unless another cell shows the opposite. */
function isDayFirst(values: readonly string[]): boolean {
  const pairs = values
    .map((value) => /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(value))
    .filter((match) => match !== null);
  return pairs.some((pair) => Number(pair[1]) > 12) && !pairs.some((pair) => Number(pair[2]) > 12);
}

const valuesOf = (headers: readonly string[], sample: Sample, column: string): string[] =>
  sample.map((cells) => (cells[headers.indexOf(column)] ?? '').trim()).filter((value) => value !== '');
