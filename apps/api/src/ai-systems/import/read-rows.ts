import type { AiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { convertRow, factsOfNew } from '@attestry/domain/ai-systems/import/convert.ts';
import type { AiSystemMapping } from '@attestry/domain/ai-systems/import/fields.ts';
import { matchKeys } from '@attestry/domain/ai-systems/import/match.ts';
import { suggestMapping } from '@attestry/domain/ai-systems/import/suggest.ts';
import type { RowFilter } from '@attestry/domain/import/filter.ts';
import { readTable } from '../../documents/table-file/read-table.ts';
import { scanTable } from '../../documents/table-file/scan-table.ts';
import type * as Gql from '../../generated/contract.ts';
import { convertRows, messages, type ReadFile, type ReadRecord } from '../../import/read-file.ts';

declare module '../../documents/table-file/in-thread.ts' {
  interface Readings {
    'scan-ai-systems': typeof scanAiSystems;
    'ai-system-rows': typeof readAiSystemRows;
  }
}

/** What a row says of a system: all its facts where it is new, and those that the row speaks of. */
export interface SaidOfSystem {
  readonly forNew: AiSystemFacts;
  readonly forPresent: Partial<AiSystemFacts>;
}

export const scanAiSystems = (bytes: Uint8Array, name: string) => scanTable(bytes, name, suggestMapping);

/** Reads every row that the filter takes; each gets the key that finds its system again. */
export async function readAiSystemRows(
  bytes: Uint8Array,
  name: string,
  mapping: AiSystemMapping,
  filter: RowFilter | null,
): Promise<ReadFile<SaidOfSystem>> {
  const { rows, leftOut } = await convertRows(await readTable(bytes, { name }), filter, (headers, row) =>
    convertRow(mapping, headers, row),
  );
  const usable = rows.flatMap(({ converted }) => (converted?.ok ? [converted] : []));
  const keys = matchKeys(
    usable.map(({ externalId, facts }) => ({ externalId, name: facts.name, department: facts.department })),
  );
  const records = usable.map((converted, at): ReadRecord<SaidOfSystem> => {
    const said = { forNew: factsOfNew(converted), forPresent: converted.facts };
    return { entity: 'ai_system', key: keys[at]!, parentKey: null, name: converted.facts.name, said };
  });
  let next = 0;
  const firsts = new Map<string, number>();
  return {
    leftOut,
    records,
    rows: rows.map(({ number, cells, converted, errors }) => {
      if (!converted?.ok) return { rowNumber: number, name: '', messages: errors, keys: [] };
      const warnings = [...messages('warning', converted.warnings), ...remarkOnTwin(number, cells, firsts)];
      return { rowNumber: number, name: converted.facts.name, messages: warnings, keys: [keys[next++]!] };
    }),
  };
}

/** Two rows without a difference may be one system, or two that the table does not tell apart: a person knows. */
function remarkOnTwin(number: number, cells: readonly string[], firsts: Map<string, number>): Gql.RowMessage[] {
  const said = JSON.stringify(cells);
  const first = firsts.get(said);
  if (first === undefined) firsts.set(said, number);
  if (first === undefined) return [];
  const text = `Says the same as row ${first} in every column, and becomes a system of its own. If it is one system, take this row out of the file.`;
  return [{ severity: 'warning', column: null, text }];
}
