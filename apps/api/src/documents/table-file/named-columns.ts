import { MAX_COLUMNS } from '@attestry/domain/import/limits.ts';
import { count, TableProblem } from './table-problem.ts';

/** Longer than any header; the questions of a government form reach 400 characters. */
const MAX_HEADER = 1_000;

/** A name for every column, each once: a mapping names columns, so two of one name could not both be meant. */
export function namedColumns(cells: readonly string[], row: number): { headers: string[]; warnings: string[] } {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const given = cells.slice(0, last + 1).map((cell) => cell.trim());
  if (given.length > MAX_COLUMNS)
    throw new TableProblem(
      'too-many-columns',
      `The header has ${count(given.length)} columns; at most ${MAX_COLUMNS} are read.`,
      {
        row,
        limit: MAX_COLUMNS,
      },
    );
  const odd = given.findIndex((cell) => cell.length > MAX_HEADER || cell.includes('\u0000') || !cell.isWellFormed());
  if (odd >= 0)
    throw new TableProblem(
      'no-header',
      `Row ${row} is no header: column ${letters(odd)} is longer than ${count(MAX_HEADER)} characters or holds a NUL character.`,
      { row, limit: MAX_HEADER },
    );
  const warnings: string[] = [];
  const taken = new Set(given);
  const seen = new Set<string>();
  const headers = given.map((cell, index) => {
    const name = cell === '' ? free(`Column ${letters(index)}`, taken) : seen.has(cell) ? free(cell, taken) : cell;
    seen.add(cell);
    taken.add(name);
    if (cell !== '' && name !== cell)
      warnings.push(`Two columns are called “${cell}”; column ${letters(index)} is read as “${name}”.`);
    return name;
  });
  return { headers, warnings };
}

function free(name: string, taken: ReadonlySet<string>): string {
  if (name.startsWith('Column ') && !taken.has(name)) return name;
  let n = 2;
  while (taken.has(`${name} (${n})`)) n++;
  return `${name} (${n})`;
}

/** `A` … `Z`, `AA` …: the column as a spreadsheet shows it. */
export function letters(index: number): string {
  let name = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}
