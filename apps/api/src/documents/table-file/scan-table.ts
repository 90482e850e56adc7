import { valueCounter } from '@attestry/domain/import/filter.ts';
import type { Suggestion } from '@attestry/domain/import/suggest.ts';
import { readTable } from './read-table.ts';

const SAMPLE_ROWS = 50;
const SAMPLES = 5;
const SAMPLE_LENGTH = 200;

type Suggest = (
  headers: readonly string[],
  sample: readonly (readonly string[])[],
) => Pick<Suggestion, 'mapping' | 'why'>;

/** What a person needs to see of a table to say what its columns are, with our suggestion. */
export async function scanTable(bytes: Uint8Array, name: string, suggest: Suggest) {
  const table = await readTable(bytes, { name });
  const counter = valueCounter(table.headers);
  const samples: (readonly string[])[] = [];
  let rowCount = 0;
  for await (const row of table.rows) {
    rowCount += 1;
    if (row.problem) continue;
    counter.add(row.cells);
    if (samples.length < SAMPLE_ROWS) samples.push(row.cells);
  }
  const { mapping, why } = suggest(table.headers, samples);
  const columns = counter.columns().map(({ column, values, tooMany }, index) => ({
    name: column,
    samples: [...new Set(samples.map((cells) => cells[index]!.trim()).filter(Boolean))]
      .slice(0, SAMPLES)
      .map(shortened),
    values: tooMany ? [] : values.map(({ value, rows }) => ({ value, count: rows })),
  }));
  return { rowCount, columns, warnings: [...table.warnings], mapping, suggestions: why };
}

const shortened = (text: string) =>
  text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH).toWellFormed()}…` : text;
