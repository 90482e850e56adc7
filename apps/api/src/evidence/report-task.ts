import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportFormat } from '@attestry/domain/evidence/report-request.ts';
import { createPdfPrinter } from '@attestry/reports/pdf.ts';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { StoredFile } from '../documents/document-store.ts';
import { Documents } from '../documents/documents.service.ts';
import { readingIn } from '../kernel/reading.ts';
import { byId, update } from '../kernel/rows.ts';
import { handleTask, type TaskRun } from '../kernel/task-runner.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { Member } from '../people/member.entity.ts';
import { Organization } from '../people/organization.entity.ts';
import type { BuiltReport } from './built-report.ts';
import { Report } from './report.entity.ts';
import { READERS } from './report-readers.ts';

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
      return report?.status === 'queued' ? { report, built: await this.read(tx, run.orgId, report) } : undefined;
    });
    if (!read) return;
    const { report, built } = read;
    const total = report.formats.length + 1;
    await run.progress(1, total, `Read ${built.rowCount} records`);
    const files: { format: ReportFormat; path: string }[] = [];
    for (const format of report.formats) {
      const path = join(directory, `report.${format}`);
      await built.write(format, path, this.printer, run.signal);
      files.push({ format, path });
      await run.progress(1 + files.length, total, `Wrote ${format.toUpperCase()}`);
    }
    await this.keep(run, report, built, files);
  }

  private async read(tx: Transaction, orgId: string, report: Report): Promise<BuiltReport> {
    const { name, kind, paper, timeZone } = (await byId(tx, Organization, orgId))!;
    const [{ today }] = (await tx.query<{ today: string }>(
      'SELECT (clock_timestamp() AT TIME ZONE $1)::date::text AS today',
      [timeZone],
    )) as [{ today: string }];
    const member = await byId(tx, Member, report.requestedBy);
    return READERS[report.kind](readingIn(tx, { today, timeZone }), {
      report,
      day: report.asOf,
      asOf: report.asOf === today ? undefined : report.asOf,
      said: {
        organization: { name, kind: KINDS[kind], paper, timeZone },
        asOf: report.asOf,
        generatedAt: new Date().toISOString(),
        preparedBy: member?.name ?? 'A former member',
      },
    });
  }

  private async keep(
    run: TaskRun,
    report: Report,
    built: BuiltReport,
    files: { format: ReportFormat; path: string }[],
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
          const name = `${built.name}-${report.asOf}.${format}`;
          const document = await this.documents.record(tx, run.orgId, file, {
            name,
            mediaType: MEDIA_TYPES[format],
            purpose: 'report',
            from: run.requestedBy,
          });
          await tx.query('INSERT INTO app.report_file (report_id, format, document_id) VALUES ($1, $2, $3)', [
            report.id,
            format,
            document.id,
          ]);
        }
        await update(
          tx,
          Report,
          { id: report.id },
          {
            status: 'done',
            rowCount: built.rowCount,
            fingerprint: built.fingerprint.slice(0, 12),
            builtAt: new Date().toISOString(),
          },
        );
      });
    } catch (error) {
      for (const { file } of stored) await this.documents.store.remove(file.objectKey);
      throw error;
    }
  }
}
