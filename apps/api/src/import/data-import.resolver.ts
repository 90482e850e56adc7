import { rowFilterSchema } from '@attestry/domain/import/filter.ts';
import { IMPORT_PERMISSIONS, type ImportKind as KindName } from '@attestry/domain/import/kinds.ts';
import { IMPORT_STEPS, type ImportStep, mayBegin } from '@attestry/domain/import/step.ts';
import { Inject } from '@nestjs/common';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { invalid, refused } from '../kernel/failure.ts';
import { isId } from '../kernel/ids.ts';
import { lockedRecord } from '../kernel/locked-record.ts';
import { Ask, Command, type PermissionBy } from '../kernel/operation.ts';
import { byId, columns, update } from '../kernel/rows.ts';
import { Tasks } from '../kernel/tasks.ts';
import { memberName } from '../people/member-names.ts';
import { DataImport } from './data-import.entity.ts';
import { importKind } from './import-kind.ts';
import { type RowsAsked, rowsOf, talliesOf } from './import-rows.ts';

const stepInput = z.object({ id: z.uuid(), version: z.int().min(1) });
const check = stepInput.extend({ mapping: z.unknown(), filter: z.unknown().optional() });

/** What is imported decides who may. */
const byKind = (use: 'import' | 'undo'): PermissionBy<{ id: string }> => ({
  anyOf: [IMPORT_PERMISSIONS.ai_system[use], IMPORT_PERMISSIONS.vendor[use]],
  async of(ctx, { id }) {
    const [found] = isId(id)
      ? await ctx.query<{ kind: KindName }>('SELECT kind FROM app.data_import WHERE id = $1', [id])
      : [];
    return found && IMPORT_PERMISSIONS[found.kind][use];
  },
});
const ofKind: PermissionBy<{ kind: KindName }> = {
  anyOf: byKind('import').anyOf,
  of: async (_, { kind }) => IMPORT_PERMISSIONS[kind].import,
};

@Resolver('DataImport')
export class DataImportResolver {
  constructor(@Inject(Tasks) private readonly tasks: Tasks) {}

  @Ask(byKind('import'))
  async dataImport(ctx: Context, { id }: { id: string }) {
    return isId(id) ? ((await byId(ctx, DataImport, id)) ?? null) : null;
  }

  @Ask(ofKind)
  dataImports(ctx: Context, { kind }: { kind: KindName }) {
    return ctx.query<DataImport>(
      `SELECT ${columns(DataImport)} FROM app.data_import WHERE kind = $1 ORDER BY created_at DESC, id LIMIT 100`,
      [kind],
    );
  }

  @Command(byKind('import'), check)
  async checkImport(ctx: Context, { mapping, filter, ...input }: z.infer<typeof check>) {
    const present = await this.present(ctx, input, 'check');
    const headers = present.columns.map(({ name }) => name);
    const parsedMapping = importKind(present.kind).mapping(headers).safeParse(mapping);
    if (!parsedMapping.success) throw invalid(...parsedMapping.error.issues.map(problemIn('mapping')));
    const parsedFilter = rowFilterSchema(headers).nullish().safeParse(filter);
    if (!parsedFilter.success) throw invalid(...parsedFilter.error.issues.map(problemIn('filter')));
    return this.begin(ctx, present, 'check', {
      mapping: parsedMapping.data,
      filter: parsedFilter.data ?? null,
    });
  }

  @Command(byKind('import'), stepInput)
  async applyImport(ctx: Context, input: z.infer<typeof stepInput>) {
    return this.begin(ctx, await this.present(ctx, input, 'apply'), 'apply');
  }

  @Command(byKind('undo'), stepInput)
  async undoImport(ctx: Context, input: z.infer<typeof stepInput>) {
    return this.begin(ctx, await this.present(ctx, input, 'undo'), 'undo');
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
  records({ id }: DataImport, _: unknown, { ctx }: { ctx: Context }) {
    return talliesOf(ctx, id);
  }

  @ResolveField()
  rows({ id }: DataImport, asked: RowsAsked, { ctx }: { ctx: Context }) {
    return rowsOf(ctx, id, asked);
  }

  private async present(ctx: Context, at: z.infer<typeof stepInput>, step: ImportStep): Promise<DataImport> {
    const present = await lockedRecord(ctx, DataImport, at, 'import');
    const decision = mayBegin(step, present.status);
    if (!decision.allowed) throw refused(decision.because);
    return present;
  }

  private async begin(ctx: Context, { id, kind }: DataImport, step: ImportStep, changes: Partial<DataImport> = {}) {
    const begun = await update(
      await ctx.tx(),
      DataImport,
      { id },
      { status: IMPORT_STEPS[step].during, problem: '', ...changes },
    );
    await this.tasks.start(ctx, `${IMPORT_PERMISSIONS[kind].import}-${step}`, id);
    return begun;
  }
}

const problemIn = (field: string) => (issue: { path: PropertyKey[]; message: string }) => ({
  path: [field, ...issue.path].join('.'),
  message: issue.message,
});
