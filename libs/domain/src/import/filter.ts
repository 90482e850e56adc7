import { z } from 'zod';
import { MAX_DISTINCT } from './limits.ts';

export interface RowFilter {
  readonly column: string;
  /** A row is taken when its cell, trimmed, is one of these. */
  readonly anyOf: readonly string[];
}

export const rowFilterSchema = (headers: readonly string[]) =>
  z.object({
    column: z.string().refine((column) => headers.includes(column), 'the table has no such column'),
    anyOf: z.array(z.string()).min(1, 'choose at least one value').max(MAX_DISTINCT),
  });

/** Does the filter take this row? Without a filter every row is taken. */
export function takes(filter: RowFilter | null, headers: readonly string[], cells: readonly string[]): boolean {
  return !filter || filter.anyOf.includes((cells[headers.indexOf(filter.column)] ?? '').trim());
}

export interface ColumnValues {
  readonly column: string;
  /** The most frequent first. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  /** The column has more different values than are kept: it cannot be filtered by. */
  readonly tooMany: boolean;
}

/** Longest value that can be filtered by; free text is nobody's filter and would fill the memory. */
const MAX_VALUE = 200;

/** Counts the different values of every column while rows pass by, in memory bounded by columns × cap. */
export function valueCounter(headers: readonly string[], cap = MAX_DISTINCT) {
  const counts: (Map<string, number> | null)[] = headers.map(() => new Map());
  return {
    add(cells: readonly string[]): void {
      counts.forEach((seen, index) => {
        const value = (cells[index] ?? '').trim();
        seen?.set(value, (seen.get(value) ?? 0) + 1);
        if (value.length > MAX_VALUE || (seen && seen.size > cap)) counts[index] = null;
      });
    },
    columns(): ColumnValues[] {
      return headers.map((column, index) => ({
        column,
        values: [...(counts[index] ?? [])].map(([value, rows]) => ({ value, rows })).sort((a, b) => b.rows - a.rows),
        tooMany: counts[index] === null,
      }));
    },
  };
}

/** The different values of one column of rows that are at hand. */
export function distinctValues(
  headers: readonly string[],
  rows: Iterable<readonly string[]>,
  column: string,
  cap = MAX_DISTINCT,
): ColumnValues | undefined {
  const counter = valueCounter(headers, cap);
  for (const cells of rows) counter.add(cells);
  return counter.columns().find((values) => values.column === column);
}
