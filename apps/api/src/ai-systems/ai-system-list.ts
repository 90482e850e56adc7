import { STAGES } from '@attestry/domain/ai-systems/facts.ts';
import type * as Gql from '../generated/contract.ts';
import { asOfDay, type Clock, recordedRows } from '../kernel/as-of.ts';
import type { Context } from '../kernel/context.ts';
import { type Place, pageOf, pageSize, readCursor } from '../kernel/paging.ts';
import { columns } from '../kernel/rows.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { AiSystem } from './ai-system.entity.ts';
import { conditions, type Filter, Parameters } from './ai-system-filter.ts';

/** What a list can be sorted by: the expression, its type, and how a cursor keeps its place in it. */
const SORTS: Record<Gql.AiSystemSort, { sql: string; type: Place }> = {
  name: { sql: 'lower(name)', type: 'text' },
  department: { sql: 'lower(department)', type: 'text' },
  stage: { sql: `array_position(ARRAY['${STAGES.join("','")}'], stage)`, type: 'int' },
  phi: { sql: `array_position(ARRAY['yes','unknown','no'], phi)`, type: 'int' },
  tier: { sql: 'tier', type: 'int' },
  business_owner: { sql: 'lower(business_owner)', type: 'text' },
  next_review_on: { sql: `coalesce(next_review_on, 'infinity')`, type: 'date' },
  updated_at: { sql: 'updated_at', type: 'timestamptz' },
};

export interface ListArgs {
  readonly filter?: Filter | null;
  readonly sort?: Gql.AiSystemSort | null;
  readonly direction?: Gql.SortDirection | null;
  readonly first: number;
  readonly after?: string | null;
  readonly asOf?: string | null;
}

/** One page of AI systems; `properties` names the columns wanted. */
export async function listAiSystems(ctx: Context, args: ListArgs, properties: ReadonlySet<string>) {
  const first = pageSize(args.first);
  const { from, parameters } = source(ctx.me, args.asOf);
  const { sql, type } = SORTS[args.sort ?? 'name'];
  const [order, beyond] = args.direction === 'descending' ? ['DESC', '<'] : ['ASC', '>'];
  const where = conditions(args.filter, parameters);
  const cursor = readCursor(args.after, type, 'uuid');
  if (cursor)
    where.push(`(${sql}, id) ${beyond} (${parameters.add(cursor[0])}::${type}, ${parameters.add(cursor[1])}::uuid)`);
  const rows = await ctx.query<AiSystem & { place: string }>(
    `SELECT ${columns(AiSystem, properties)}, (${sql})::text AS place FROM ${from}
     WHERE ${where.join(' AND ')} ORDER BY ${sql} ${order}, id ${order} LIMIT ${first + 1}`,
    parameters.values,
  );
  return pageOf(rows, first, (row) => [row.place, row.id]);
}

export async function countAiSystems(
  ctx: Context,
  { filter, asOf }: Pick<ListArgs, 'filter' | 'asOf'>,
): Promise<number> {
  const { from, parameters } = source(ctx.me, asOf);
  const where = conditions(filter, parameters);
  const [row] = await ctx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${from} WHERE ${where.join(' AND ')}`,
    parameters.values,
  );
  return row!.count;
}

/** Every system that a filter takes, by name, for a report. */
export async function allAiSystems(
  tx: Transaction,
  clock: Clock,
  { filter, asOf }: Pick<ListArgs, 'filter' | 'asOf'>,
): Promise<AiSystem[]> {
  const { from, parameters } = source(clock, asOf);
  const where = conditions(filter, parameters);
  return tx.query<AiSystem>(
    `SELECT ${columns(AiSystem)} FROM ${from} WHERE ${where.join(' AND ')} ORDER BY lower(name), id`,
    parameters.values,
  );
}

/** Where rows come from: the table, or what it was at the end of a day. */
export function source(clock: Clock, asOf: string | null | undefined): { from: string; parameters: Parameters } {
  const day = asOfDay(clock, asOf);
  if (!day) return { from: 'app.ai_system', parameters: new Parameters([]) };
  return { from: `${recordedRows(AiSystem, 'ai_system')} recorded`, parameters: new Parameters([day, clock.timeZone]) };
}
