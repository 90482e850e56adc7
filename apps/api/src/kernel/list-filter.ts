import { prose } from '@attestry/domain/text.ts';
import { invalid } from './failure.ts';

/** Values of a statement, numbered as they are added. */
export class Parameters {
  readonly values: unknown[];

  constructor(values: unknown[]) {
    this.values = values;
  }

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

const MAX_VALUES = 500;
const MAX_WORDS = 8;
const filterText = prose(2_000);

/** The values chosen for a field of a filter, or undefined where nothing is chosen; INVALID for too many or too long ones. */
export function chosen<Value>(values: readonly Value[] | null | undefined, path: string): readonly Value[] | undefined {
  if (!values || values.length === 0) return undefined;
  if (values.length > MAX_VALUES) throw invalid({ path, message: `must have at most ${MAX_VALUES} values` });
  for (const value of values) if (typeof value === 'string') searchText(value, path);
  return values;
}

/** Patterns for ILIKE, one for each word that is searched for. */
export function searchPatterns(search: string | null | undefined, path = 'filter.search'): string[] {
  const words = searchText(search ?? '', path)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MAX_WORDS);
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

function searchText(value: string, path: string): string {
  const parsed = filterText.safeParse(value);
  if (!parsed.success)
    throw invalid({ path, message: parsed.error.issues[0]?.message ?? 'is not a text to search for' });
  return parsed.data;
}
