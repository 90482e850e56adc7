import { rowFilterSchema } from '@attestry/domain/ai-systems/import/filter.ts';
import { mappingSchema } from '@attestry/domain/ai-systems/import/mapping.ts';
import { IMPORT_STEPS, type ImportStep, mayBegin } from '@attestry/domain/ai-systems/import/step.ts';
import { Inject } from '@nestjs/common';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import type * as Gql from '../../generated/contract.ts';
import type { Context } from '../../kernel/context.ts';
import { conflict, invalid, notFound, refused } from '../../kernel/failure.ts';
import { isId } from '../../kernel/ids.ts';
import { Ask, Command } from '../../kernel/operation.ts';
import { pageOf, pageSize, readCursor } from '../../kernel/paging.ts';
import { byId, columns, update } from '../../kernel/rows.ts';
import { Tasks } from '../../kernel/tasks.ts';
import { memberName } from '../../people/member-names.ts';
import { DataImport } from './data-import.entity.ts';

const stepInput = z.object({ id: z.uuid(), version: z.int().min(1) });
const check = stepInput.extend({ mapping: z.unknown(), filter: z.unknown().optional() });
const OUTCOMES = ['create', 'update', 'unchanged', 'rejected'] as const;

@Resolver('DataImport')
export class DataImportResolver {
  constructor(@Inject(Tasks) private readonly tasks: Tasks) {}

  @Ask('ai-system.import')
  async dataImport(ctx: Context, { id }: { id: string }) {
    return isId(id) ? ((await byId(ctx, DataImport, id)) ?? null) : null;
  }

  @Ask('ai-system.import')
  dataImports(ctx: Context) {
    return ctx.query<DataImport>(
      `SELECT ${columns(DataImport)} FROM app.data_import ORDER BY created_at DESC, id LIMIT 100`,
    );
  }

  @Command('ai-system.import', check)
  async checkImport(ctx: Context, { id, version, mapping, filter }: z.infer<typeof check>) {
    const present = await this.present(ctx, id, version, 'check');
    const headers = present.columns.map(({ name }) => name);
    const parsedMapping = mappingSchema(headers).safeParse(mapping);
    if (!parsedMapping.success) throw invalid(...parsedMapping.error.issues.map(problemIn('mapping')));
    const parsedFilter = rowFilterSchema(headers).nullish().safeParse(filter);
    if (!parsedFilter.success) throw invalid(...parsedFilter.error.issues.map(problemIn('filter')));
    return this.begin(ctx, present, 'check', {
      mapping: parsedMapping.data,
      filter: parsedFilter.data ?? null,
    });
  }

  @Command('ai-system.import', stepInput)
  async applyImport(ctx: Context, { id, version }: z.infer<typeof stepInput>) {
    const present = await this.present(ctx, id, version, 'apply');
    return this.begin(ctx, present, 'apply');
  }

  @Command('ai-system.undo-import', stepInput)
  async undoImport(ctx: Context, { id, version }: z.infer<typeof stepInput>) {
    const present = await this.present(ctx, id, version, 'undo');
    return this.begin(ctx, present, 'undo');
  }

  @ResolveField()
  requestedBy({ requestedBy }: DataImport, _: unknown, { ctx }: { ctx: Context }) {
    return memberName(ctx, requestedBy);
  }

  @ResolveField()
  task({ id }: DataImport, _: unknown, { ctx }: { ctx: Context }) {
    return this.tasks.of(ctx, id);
  }

  @ResolveField()
  async rows(
    { id }: DataImport,
    args: { outcome?: Gql.RowOutcome[] | null; first: number; after?: string | null },
    { ctx }: { ctx: Context },
  ) {
    const first = pageSize(args.first);
    const [after = 0] = readCursor(args.after, 'int') ?? [];
    const outcomes = args.outcome ?? OUTCOMES;
    const [rows, [total]] = await Promise.all([
      ctx.query<Gql.DataImportRow>(
        `SELECT row_number AS "rowNumber", outcome, name, messages, changes, ai_system_id AS "aiSystemId"
         FROM app.data_import_row WHERE import_id = $1 AND outcome = ANY ($2) AND row_number > $3 ORDER BY row_number LIMIT ${first + 1}`,
        [id, outcomes, Number(after)],
      ),
      ctx.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM app.data_import_row WHERE import_id = $1 AND outcome = ANY ($2)',
        [id, outcomes],
      ),
    ]);
    return { ...pageOf(rows, first, (row) => [row.rowNumber]), totalCount: total!.count };
  }

  private async present(ctx: Context, id: string, version: number, step: ImportStep): Promise<DataImport> {
    const present = await byId(await ctx.tx(), DataImport, id, 'lock');
    if (!present) throw notFound('import');
    if (present.version !== version) throw conflict('import', present);
    const decision = mayBegin(step, present.status);
    if (!decision.allowed) throw refused(decision.because);
    return present;
  }

  private async begin(ctx: Context, { id }: DataImport, step: ImportStep, changes: Partial<DataImport> = {}) {
    const begun = await update(
      await ctx.tx(),
      DataImport,
      { id },
      { status: IMPORT_STEPS[step].during, problem: '', ...changes },
    );
    await this.tasks.start(ctx, `ai-system.import-${step}`, id);
    return begun;
  }
}

const problemIn = (field: string) => (issue: { path: PropertyKey[]; message: string }) => ({
  path: [field, ...issue.path].join('.'),
  message: issue.message,
});
