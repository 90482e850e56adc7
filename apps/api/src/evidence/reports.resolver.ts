import { type RequestReport, requestReport } from '@attestry/domain/evidence/report-request.ts';
import { Inject } from '@nestjs/common';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { asOfDay } from '../kernel/as-of.ts';
import type { Context } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/failure.ts';
import { isId } from '../kernel/ids.ts';
import { Ask, Command } from '../kernel/operation.ts';
import { byId, columns, insert, update } from '../kernel/rows.ts';
import { Tasks } from '../kernel/tasks.ts';
import { memberName } from '../people/member-names.ts';
import { Report } from './report.entity.ts';

@Resolver('Report')
export class ReportsResolver {
  constructor(@Inject(Tasks) private readonly tasks: Tasks) {}

  @Ask('report.read')
  reports(ctx: Context) {
    return ctx.query<Report>(`SELECT ${columns(Report)} FROM app.report ORDER BY created_at DESC, id LIMIT 200`);
  }

  @Ask('report.read')
  async report(ctx: Context, { id }: { id: string }) {
    return isId(id) ? ((await byId(ctx, Report, id)) ?? null) : null;
  }

  @Command('report.request', requestReport)
  async requestReport(ctx: Context, { kind, formats, asOf, filter }: RequestReport) {
    const day = asOfDay(ctx.me, asOf) ?? ctx.me.today;
    const report = await insert(await ctx.tx(), Report, {
      kind,
      formats,
      asOf: day,
      filter,
      requestedBy: ctx.me.memberId,
    });
    await this.tasks.start(ctx, 'report.build', report.id);
    return report;
  }

  @Command('report.cancel', z.object({ id: z.string() }))
  async cancelReport(ctx: Context, { id }: { id: string }) {
    const tx = await ctx.tx();
    const report = isId(id) ? await byId(tx, Report, id, 'lock') : undefined;
    if (!report) throw notFound('report');
    if (report.status !== 'queued')
      throw refused([{ key: 'report-ended', text: `The report is ${report.status} already.` }]);
    await tx.query('UPDATE app.background_task SET cancel_requested = true WHERE subject_id = $1', [id]);
    return update(tx, Report, { id }, { status: 'cancelled' });
  }

  @ResolveField()
  requestedBy({ requestedBy }: Report, _: unknown, { ctx }: { ctx: Context }) {
    return memberName(ctx, requestedBy);
  }

  @ResolveField()
  task({ id }: Report, _: unknown, { ctx }: { ctx: Context }) {
    return this.tasks.of(ctx, id);
  }

  @ResolveField()
  files({ id }: Report, _: unknown, { ctx }: { ctx: Context }) {
    return ctx.query(
      `SELECT f.format, f.document_id AS "documentId", d.name, d.size::float8 AS size, d.sha256
       FROM app.report_file f JOIN app.document d ON d.id = f.document_id WHERE f.report_id = $1 ORDER BY f.format`,
      [id],
    );
  }
}
