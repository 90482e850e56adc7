import { type Rows, tableCsv } from '../table/csv.ts';
import { INVENTORY_COLUMNS } from './columns.ts';
import { checkSystem, type ReportSystem } from './input.ts';

/** The list as CSV (RFC 4180), in pieces of some hundred rows. */
export const inventoryCsv = (systems: Rows<ReportSystem>): AsyncGenerator<string> =>
  tableCsv(INVENTORY_COLUMNS, checked(systems));

/** The systems, each checked as it goes by. */
export async function* checked(systems: Rows<ReportSystem>): AsyncGenerator<ReportSystem> {
  for await (const system of systems) {
    checkSystem(system);
    yield system;
  }
}
