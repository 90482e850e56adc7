import { STAGES } from '@attestry/domain/ai-systems/facts.ts';
import type * as Gql from '../generated/contract.ts';
import { asOfDay, type Clock, recordedRows } from '../kernel/as-of.ts';
import type { Context } from '../kernel/context.ts';
import { Parameters } from '../kernel/list-filter.ts';
import { listPage, type PageArgs, type Sort } from '../kernel/list-page.ts';
import type { Reading } from '../kernel/reading.ts';
import { columns } from '../kernel/rows.ts';
import { AiSystem } from './ai-system.entity.ts';
import { conditions, type Filter } from './ai-system-filter.ts';

const SORTS: Record<Gql.AiSystemSort, Sort> = {
  name: { sql: 'lower(name)', type: 'text' },
  department: { sql: 'lower(department)', type: 'text' },
  stage: { sql: `array_position(ARRAY['${STAGES.join("','")}'], stage)`, type: 'int' },
  phi: { sql: `array_position(ARRAY['yes','unknown','no'], phi)`, type: 'int' },
  tier: { sql: 'tier', type: 'int' },
  business_owner: { sql: 'lower(business_owner)', type: 'text' },
  next_review_on: { sql: `coalesce(next_review_on, 'infinity')`, type: 'date' },
  updated_at: { sql: 'updated_at', type: 'timestamptz' },
};

export interface ListArgs extends PageArgs {
  readonly filter?: Filter | null;
  readonly sort?: Gql.AiSystemSort | null;
  readonly asOf?: string | null;
}

/** One page of AI systems; `properties` names the columns wanted. */
export function listAiSystems(ctx: Context, args: ListArgs, properties: ReadonlySet<string>) {
  const { from, parameters } = source(ctx.me, args.asOf);
  const where = conditions(args.filter, parameters);
  const select = columns(AiSystem, properties);
  return listPage<AiSystem>(ctx, args, SORTS[args.sort ?? 'name'], { select, from, where, parameters });
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
  reading: Reading,
  { filter, asOf }: Pick<ListArgs, 'filter' | 'asOf'>,
): Promise<AiSystem[]> {
  const { from, parameters } = source(reading.me, asOf);
  const where = conditions(filter, parameters);
  return reading.query<AiSystem>(
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
