import { writeFile } from 'node:fs/promises';
import type { ReportFormat } from '@attestry/domain/evidence/report-request.ts';
import type { ReportHead } from '@attestry/reports/head.ts';
import type { PdfPrinter } from '@attestry/reports/pdf.ts';
import type { RegisterDocument } from '@attestry/reports/register/document.ts';
import { registerJson } from '@attestry/reports/register/json.ts';
import { printRegister } from '@attestry/reports/register/report.ts';
import type { TableColumn } from '@attestry/reports/table/columns.ts';
import { tableCsv } from '@attestry/reports/table/csv.ts';
import { listFingerprint } from '@attestry/reports/table/fingerprint.ts';
import { writeTableXlsx } from '@attestry/reports/table/xlsx.ts';

/** A report whose facts were read: what it shows is settled, its files are still to be written. */
export interface BuiltReport {
  /** Of its files, without the day and the ending. */
  readonly name: string;
  readonly rowCount: number;
  /** Hexadecimal SHA-256 of the list. */
  readonly fingerprint: string;
  write(format: ReportFormat, path: string, printer: PdfPrinter, signal: AbortSignal): Promise<void>;
}

export const PRINT_TIMEOUT_MS = 300_000;

/** A register: one list in every format. */
export function registerReport<Row>(of: {
  readonly name: string;
  readonly sheet: string;
  readonly schema: { readonly name: string; readonly version: number };
  readonly head: ReportHead;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly document: RegisterDocument;
}): BuiltReport {
  const { name, head, rows, columns, document } = of;
  const fingerprint = listFingerprint(head, rows);
  return {
    name,
    rowCount: rows.length,
    fingerprint,
    async write(format, path, printer, signal) {
      if (format === 'pdf')
        await printRegister(printer, { ...head, fingerprint, document }, { path, signal, timeoutMs: PRINT_TIMEOUT_MS });
      else if (format === 'xlsx') await writeTableXlsx(path, of.sheet, columns, rows);
      else
        await writeFile(path, format === 'csv' ? tableCsv(columns, rows) : registerJson(head, of.schema, rows), {
          signal,
        });
    },
  };
}
