import type { AiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { type Converted, convertRow, factsOfNew } from '@attestry/domain/ai-systems/import/convert.ts';
import { changedFacts, type FactChange } from '@attestry/domain/ai-systems/import/diff.ts';
import { type RowFilter, takes } from '@attestry/domain/ai-systems/import/filter.ts';
import type { Mapping } from '@attestry/domain/ai-systems/import/mapping.ts';
import { matchKeys } from '@attestry/domain/ai-systems/import/match.ts';
import type * as Gql from '../../generated/contract.ts';
import type { Table } from '../table-file/read-table.ts';

/** What a row of the file says, before it is compared with the inventory. */
export interface ReadRow {
  readonly rowNumber: number;
  readonly name: string;
  readonly messages: Gql.RowMessage[];
  /** Null when the row cannot be imported; `messages` say why. */
  readonly said: { readonly forNew: AiSystemFacts; readonly forPresent: Partial<AiSystemFacts> } | null;
  readonly importKey: string | null;
}

/** Reads every row that the filter takes; each gets the key that finds its system again. */
export async function readRows(table: Table, mapping: Mapping, filter: RowFilter | null) {
  const rows: { number: number; converted: Converted | null; messages: Gql.RowMessage[] }[] = [];
  let leftOut = 0;
  for await (const row of table.rows) {
    if (row.problem) {
      rows.push({ number: row.number, converted: null, messages: [{ severity: 'error', column: null, text: row.problem.message }] });
    } else if (takes(filter, table.headers, row.cells)) {
      const converted = convertRow(mapping, table.headers, row);
      const [severity, notes] = converted.ok ? ['warning', converted.warnings] : ['error', converted.errors];
      rows.push({ number: row.number, converted, messages: notes.map(({ column, message }) => ({ severity, column, text: message })) });
    } else leftOut += 1;
  }
  const usable = rows.flatMap(({ converted }) => (converted?.ok ? [converted] : []));
  const keys = matchKeys(usable.map(({ externalId, facts }) => ({ externalId, name: facts.name, department: facts.department })));
  let next = 0;
  return { leftOut, rows: rows.map((row): ReadRow => readRow(row, () => keys[next++]!)) };
}

function readRow({ number, converted, messages }: { number: number; converted: Converted | null; messages: Gql.RowMessage[] }, key: () => string): ReadRow {
  if (!converted?.ok) return { rowNumber: number, name: '', messages, said: null, importKey: null };
  const forNew = factsOfNew(converted);
  // Remarks of the source are in a new system's notes; the same file read again must not find them changed.
  const forPresent = converted.facts.notes === undefined ? converted.facts : { ...converted.facts, notes: forNew.notes };
  return { rowNumber: number, name: converted.facts.name, messages, said: { forNew, forPresent }, importKey: key() };
}

export interface PresentSystem extends AiSystemFacts {
  readonly id: string;
  readonly version: number;
  readonly withdrawnAt: string | null;
}

/** What becomes of a row beside the system it was matched with. */
export function outcomeOf(row: ReadRow, present: PresentSystem | undefined): { outcome: Gql.RowOutcome; changes: FactChange[] } {
  if (!row.said) return { outcome: 'rejected', changes: [] };
  if (!present || present.withdrawnAt) return { outcome: 'create', changes: [] };
  const changes = changedFacts(present, row.said.forPresent);
  return { outcome: changes.length > 0 ? 'update' : 'unchanged', changes };
}
