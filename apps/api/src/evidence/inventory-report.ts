import { writeFile } from 'node:fs/promises';
import { riskTierOf } from '@attestry/domain/ai-systems/risk-tier.ts';
import { inventoryCsv } from '@attestry/reports/inventory/csv.ts';
import type { InventoryReportInput } from '@attestry/reports/inventory/input.ts';
import { inventoryJson } from '@attestry/reports/inventory/json.ts';
import { printInventory } from '@attestry/reports/inventory/report.ts';
import { writeInventoryXlsx } from '@attestry/reports/inventory/xlsx.ts';
import { listFingerprint } from '@attestry/reports/table/fingerprint.ts';
import { allAiSystems } from '../ai-systems/ai-system-list.ts';
import { PRINT_TIMEOUT_MS } from './built-report.ts';
import type { ReportReader } from './report-reader.ts';
import { scopeOf } from './report-scope.ts';

/** The inventory of AI systems, limited by the register's filter. */
export const inventoryReport: ReportReader = async (reading, { report, said }) => {
  const rows = await allAiSystems(reading, report);
  const systems = rows.map(({ orgId: _, ...system }) => ({ ...system, tier: riskTierOf(system) }));
  const input: InventoryReportInput = { ...said, scope: scopeOf(report.filter), systems };
  return {
    name: 'ai-system-inventory',
    rowCount: systems.length,
    fingerprint: listFingerprint(input, systems),
    async write(format, path, printer, signal) {
      if (format === 'pdf') await printInventory(printer, input, { path, signal, timeoutMs: PRINT_TIMEOUT_MS });
      else if (format === 'xlsx') await writeInventoryXlsx(path, systems);
      else await writeFile(path, format === 'csv' ? inventoryCsv(systems) : inventoryJson(input, systems), { signal });
    },
  };
};
