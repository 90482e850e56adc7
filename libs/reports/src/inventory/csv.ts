import { stringify } from 'csv-stringify/sync';
import { guarded, INVENTORY_COLUMNS } from './columns.ts';
import { checkSystem, type ReportSystem } from './input.ts';

/** The byte order mark by which spreadsheets know UTF-8. */
const BOM = '\uFEFF';

/** The list as CSV (RFC 4180), in pieces of some hundred rows. */
export async function* inventoryCsv(systems: Systems): AsyncGenerator<string> {
  yield BOM + rows([INVENTORY_COLUMNS.map(({ header }) => header)]);
  for await (const batch of batches(systems, 200)) {
    yield rows(batch.map((system) => INVENTORY_COLUMNS.map(({ cell }) => guarded(String(cell(system) ?? '')))));
  }
}

export type Systems = Iterable<ReportSystem> | AsyncIterable<ReportSystem>;

function rows(cells: string[][]): string {
  return stringify(cells, { quoted_match: /[;\t]/, record_delimiter: '\r\n', escape_formulas: true });
}

/** The systems in groups, each checked, so that a list of any length is written in bounded memory. */
export async function* batches(systems: Systems, size: number): AsyncGenerator<ReportSystem[]> {
  let batch: ReportSystem[] = [];
  for await (const system of systems) {
    checkSystem(system);
    if (batch.push(system) === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
