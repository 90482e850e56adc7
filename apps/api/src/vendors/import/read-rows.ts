import type { RowFilter } from '@attestry/domain/import/filter.ts';
import {
  type ConvertedVendors,
  convertVendorRow,
  type SaidOfService,
  type SaidOfVendor,
} from '@attestry/domain/vendors/import/convert.ts';
import type { VendorMapping } from '@attestry/domain/vendors/import/fields.ts';
import { gatherVendors } from '@attestry/domain/vendors/import/gather.ts';
import { suggestVendorMapping } from '@attestry/domain/vendors/import/suggest.ts';
import { readTable } from '../../documents/table-file/read-table.ts';
import { scanTable } from '../../documents/table-file/scan-table.ts';
import { convertRows, messages, type ReadFile } from '../../import/read-file.ts';

declare module '../../documents/table-file/in-thread.ts' {
  interface Readings {
    'scan-vendors': typeof scanVendors;
    'vendor-rows': typeof readVendorRows;
  }
}

export const scanVendors = (bytes: Uint8Array, name: string) => scanTable(bytes, name, suggestVendorMapping);

/** Reads every row that the filter takes, and gathers what they say of each vendor and service. */
export async function readVendorRows(
  bytes: Uint8Array,
  name: string,
  mapping: VendorMapping,
  filter: RowFilter | null,
): Promise<ReadFile<SaidOfVendor | SaidOfService>> {
  const { rows, leftOut } = await convertRows(await readTable(bytes, { name }), filter, (headers, row) =>
    convertVendorRow(mapping, headers, row),
  );
  const gathered = gatherVendors(
    mapping,
    rows.flatMap(({ number, converted }) => (converted?.ok ? [{ number, converted }] : [])),
  );
  let next = 0;
  return {
    leftOut,
    records: gathered.records.map((record) => ({ ...record, name: record.said.name })),
    rows: rows.map(({ number, converted, errors }) => {
      if (!converted?.ok) return { rowNumber: number, name: '', messages: errors, keys: [] };
      const { keys, warnings } = gathered.rows[next++]!;
      return { rowNumber: number, name: nameOf(converted), messages: messages('warning', warnings), keys };
    }),
  };
}

/** `Lumen Voice: Dictation, Coding`; a product that names its vendor is named once. */
function nameOf({ entries }: Extract<ConvertedVendors, { ok: true }>): string {
  const services = Map.groupBy(entries, ({ vendor }) => vendor.name);
  return [...services]
    .map(([vendor, of]) => {
      const others = of.flatMap(({ service }) => (service && service.name !== vendor ? service.name : []));
      return others.length > 0 ? `${vendor}: ${others.join(', ')}` : vendor;
    })
    .join(', ');
}
