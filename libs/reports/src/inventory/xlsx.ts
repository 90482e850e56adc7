import type { Rows } from '../table/csv.ts';
import { writeTableXlsx } from '../table/xlsx.ts';
import { INVENTORY_COLUMNS } from './columns.ts';
import { checked } from './csv.ts';
import type { ReportSystem } from './input.ts';

/** The list as a workbook at `path`. */
export const writeInventoryXlsx = (path: string, systems: Rows<ReportSystem>): Promise<void> =>
  writeTableXlsx(path, 'AI systems', INVENTORY_COLUMNS, checked(systems));
