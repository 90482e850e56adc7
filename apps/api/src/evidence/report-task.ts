import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { riskTierOf } from '@attestry/domain/ai-systems/risk-tier.ts';
import type { ReportFormat } from '@attestry/domain/evidence/report-request.ts';
import { inventoryCsv } from '@attestry/reports/inventory/csv.ts';
import { listFingerprint } from '@attestry/reports/inventory/fingerprint.ts';
import type { InventoryReportInput } from '@attestry/reports/inventory/input.ts';
import { inventoryJson } from '@attestry/reports/inventory/json.ts';
import { printInventory } from '@attestry/reports/inventory/report.ts';
import { writeInventoryXlsx } from '@attestry/reports/inventory/xlsx.ts';
import { createPdfPrinter } from '@attestry/reports/pdf.ts';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { allAiSystems } from '../ai-systems/ai-system-list.ts';
import type { StoredFile } from '../documents/document-store.ts';
import { Documents } from '../documents/documents.service.ts';
import { byId, update } from '../kernel/rows.ts';
import { handleTask, type TaskRun } from '../kernel/task-runner.ts';
import { Member } from '../people/member.entity.ts';
import { Organization } from '../people/organization.entity.ts';
import { Report } from './report.entity.ts';
import { scopeOf } from './report-scope.ts';

const MAX_REPORT_BYTES = 2_000_000_000;
const KINDS = {
  covered_entity: 'Covered entity',
  business_associate: 'Business associate',
  hybrid: 'Hybrid entity',
} as const;
const MEDIA_TYPES: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

/** Builds a report's files in the background. They are recorded together with its end, or not at all. */
@Injectable()
export class ReportTask implements OnApplicationShutdown {
  private readonly printer = createPdfPrinter();

  constructor(@Inject(Documents) private readonly documents: Documents) {
    handleTask('report.build', (run) => this.run(run));
  }

  onApplicationShutdown(): Promise<void> {
    return this.printer.close();
  }

  private async run(run: TaskRun): Promise<void> {
    const directory = await mkdtemp(join(tmpdir(), 'attestry-report-'));
    try {
      await this.build(run, directory);
    } catch (error) {
      if (run.isPassing(error) || run.signal.aborted) throw error;
      const problem = 'It could not be built. Ask again; if it fails again, the log of the worker says why.';
      await run.transaction('report.build', (tx) =>
        update(tx, Report, { id: run.subjectId }, { status: 'failed', problem }),
      );
      throw error;
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  private async build(run: TaskRun, directory: string): Promise<void> {
    const read = await run.transaction('report.build', async (tx) => {
      const report = await byId(tx, Report, run.subjectId);
      if (report?.status !== 'queued') return undefined;
      const organization = (await byId(tx, Organization, run.orgId))!;
      const [{ today }] = (await tx.query<{ today: string }>(
        'SELECT (clock_timestamp() AT TIME ZONE $1)::date::text AS today',
        [organization.timeZone],
      )) as [{ today: string }];
      const rows = await allAiSystems(tx, { today, timeZone: organization.timeZone }, report);
      const member = await byId(tx, Member, report.requestedBy);
      return { report, organization, rows, preparedBy: member?.name ?? 'A former member' };
    });
    if (!read) return;
    const { report, organization, rows, preparedBy } = read;
    const total = report.formats.length + 1;
    await run.progress(1, total, `Read ${rows.length} systems`);
    const input: InventoryReportInput = {
      organization: { ...organization, kind: KINDS[organization.kind] },
      asOf: report.asOf,
      generatedAt: new Date().toISOString(),
      preparedBy,
      scope: scopeOf(report.filter),
      systems: rows.map(({ orgId: _, ...system }) => ({ ...system, tier: riskTierOf(system) })),
    };
    const files: { format: ReportFormat; path: string }[] = [];
    for (const format of report.formats) {
      const path = join(directory, `inventory.${format}`);
      await this.write(format, path, input, run.signal);
      files.push({ format, path });
      await run.progress(1 + files.length, total, `Wrote ${format.toUpperCase()}`);
    }
    await this.keep(run, report, files, {
      fingerprint: listFingerprint(input, input.systems).slice(0, 12),
      systemCount: rows.length,
    });
  }

  private async write(
    format: ReportFormat,
    path: string,
    input: InventoryReportInput,
    signal: AbortSignal,
  ): Promise<void> {
    if (format === 'pdf') await printInventory(this.printer, input, { path, signal, timeoutMs: 300_000 });
    else if (format === 'xlsx') await writeInventoryXlsx(path, input.systems);
    else
      await writeFile(path, format === 'csv' ? inventoryCsv(input.systems) : inventoryJson(input, input.systems), {
        signal,
      });
  }

  private async keep(
    run: TaskRun,
    report: Report,
    files: { format: ReportFormat; path: string }[],
    what: Partial<Report>,
  ): Promise<void> {
    const stored: { format: ReportFormat; file: StoredFile }[] = [];
    for (const { format, path } of files) {
      stored.push({ format, file: await this.documents.store.write(createReadStream(path), MAX_REPORT_BYTES) });
    }
    try {
      await run.transaction('report.build', async (tx) => {
        const present = await byId(tx, Report, report.id, 'lock');
        if (present?.status !== 'queued') throw new Error('The report was ended by somebody else.');
        for (const { format, file } of stored) {
          const name = `ai-system-inventory-${report.asOf}.${format}`;
          const document = await this.documents.record(tx, run.orgId, file, {
            name,
            mediaType: MEDIA_TYPES[format],
            from: run.requestedBy,
          });
          await tx.query('INSERT INTO app.report_file (report_id, format, document_id) VALUES ($1, $2, $3)', [
            report.id,
            format,
            document.id,
          ]);
        }
        await update(tx, Report, { id: report.id }, { ...what, status: 'done', builtAt: new Date().toISOString() });
      });
    } catch (error) {
      for (const { file } of stored) await this.documents.store.remove(file.objectKey);
      throw error;
    }
  }
}
