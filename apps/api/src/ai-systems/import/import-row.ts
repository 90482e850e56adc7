import type { AiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { type Converted, convertRow, factsOfNew } from '@attestry/domain/ai-systems/import/convert.ts';
import { changesOfImport, type FactChange } from '@attestry/domain/ai-systems/import/diff.ts';
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
      rows.push({
        number: row.number,
        converted: null,
        messages: [{ severity: 'error', column: null, text: row.problem.message }],
      });
    } else if (takes(filter, table.headers, row.cells)) {
      const converted = convertRow(mapping, table.headers, row);
      const [severity, notes] = converted.ok ? ['warning', converted.warnings] : ['error', converted.errors];
      rows.push({
        number: row.number,
        converted,
        messages: notes.map(({ column, message }) => ({ severity, column, text: message })),
      });
    } else leftOut += 1;
  }
  const usable = rows.flatMap(({ converted }) => (converted?.ok ? [converted] : []));
  const keys = matchKeys(
    usable.map(({ externalId, facts }) => ({ externalId, name: facts.name, department: facts.department })),
  );
  let next = 0;
  return { leftOut, rows: rows.map((row): ReadRow => readRow(row, () => keys[next++]!)) };
}

function readRow(
  { number, converted, messages }: { number: number; converted: Converted | null; messages: Gql.RowMessage[] },
  key: () => string,
): ReadRow {
  if (!converted?.ok) return { rowNumber: number, name: '', messages, said: null, importKey: null };
  const said = { forNew: factsOfNew(converted), forPresent: converted.facts };
  return { rowNumber: number, name: converted.facts.name, messages, said, importKey: key() };
}

export interface PresentSystem extends AiSystemFacts {
  readonly id: string;
  readonly version: number;
  readonly withdrawnAt: string | null;
}

/**
 * What becomes of a row beside the system it was matched with. `last` is what the source said when it was imported
 * before: a fact that the source still says, and a person corrected since, stays as the person left it.
 */
export function outcomeOf(
  row: ReadRow,
  present: PresentSystem | undefined,
  last: Partial<AiSystemFacts> = {},
): { outcome: Gql.RowOutcome; changes: FactChange[] } {
  if (!row.said) return { outcome: 'rejected', changes: [] };
  if (!present || present.withdrawnAt) return { outcome: 'create', changes: [] };
  const changes = changesOfImport(present, last, row.said.forPresent);
  return { outcome: changes.length > 0 ? 'update' : 'unchanged', changes };
}
