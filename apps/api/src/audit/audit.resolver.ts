import { isPlainDate } from '@attestry/domain/time/plain-date.ts';
import { Resolver } from '@nestjs/graphql';
import type * as Gql from '../generated/contract.ts';
import type { Context } from '../kernel/context.ts';
import { invalid } from '../kernel/failure.ts';
import { Ask } from '../kernel/operation.ts';
import { pageOf, pageSize, readCursor } from '../kernel/paging.ts';

interface EventsArgs {
  readonly filter?: Gql.AuditFilter | null;
  readonly first: number;
  readonly after?: string | null;
}

const COLUMNS = { entity: 'e.entity', entityId: 'e.entity_id', action: 'e.action', command: 'e.command' } as const;

@Resolver()
export class AuditResolver {
  @Ask('audit.read')
  async auditEvents(ctx: Context, { filter, first, after }: EventsArgs) {
    const size = pageSize(first);
    const { where, values } = conditions(ctx, filter ?? {});
    const [before] = readCursor(after, 'uuid') ?? [];
    const page = before ? [...where, `e.id < $${values.length + 1}::uuid`] : where;
    const [rows, [total]] = await Promise.all([
      ctx.query<{ id: string; payload: string | null }>(
        `SELECT e.id, e.at, coalesce(m.name, e.actor) AS actor, e.command, e.entity, e.entity_id AS "entityId", e.action, e.payload,
           l.leaf_index::float8 AS "leafIndex"
         FROM audit.event e LEFT JOIN app.member m ON e.actor = 'member:' || m.id LEFT JOIN audit.leaf l ON l.event_id = e.id
         WHERE ${page.join(' AND ')} ORDER BY e.id DESC LIMIT ${size + 1}`,
        before ? [...values, before] : values,
      ),
      ctx.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM audit.event e WHERE ${where.join(' AND ')}`,
        values,
      ),
    ]);
    const { nodes, pageInfo } = pageOf(rows, size, (row) => [row.id]);
    return { nodes: nodes.map(eventOf), pageInfo, totalCount: total!.count };
  }

  @Ask('audit.read')
  async logStatus(ctx: Context): Promise<Gql.LogStatus> {
    const [status] = await ctx.query<Gql.LogStatus>(
      `SELECT (SELECT count(*)::int FROM audit.event) AS "eventCount", coalesce(c.tree_size, 0)::float8 AS "treeSize",
         encode(c.root_hash, 'hex') AS "rootHash", c.sealed_at AS "sealedAt", c.note AS checkpoint
       FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT * FROM audit.checkpoint ORDER BY tree_size DESC LIMIT 1) c ON true`,
    );
    return status!;
  }
}

function conditions(ctx: Context, filter: Gql.AuditFilter): { where: string[]; values: unknown[] } {
  const where = ['true'];
  const values: unknown[] = [];
  const add = (sql: (parameter: string) => string, value: unknown) => {
    values.push(value);
    where.push(sql(`$${values.length}`));
  };
  for (const [name, column] of Object.entries(COLUMNS) as [keyof typeof COLUMNS, string][]) {
    const wanted = filter[name];
    if (!wanted || wanted.length === 0) continue;
    const list = [wanted].flat();
    if (list.some((text) => text.includes('\u0000') || text.length > 200))
      throw invalid({ path: `filter.${name}`, message: 'is not a value of the log' });
    add((parameter) => `${column} = ANY (${parameter})`, list);
  }
  if (filter.actor) add((parameter) => `e.actor = 'member:' || ${parameter}`, filter.actor.replaceAll('\u0000', ''));
  const days = {
    from: (day: string) => `e.at >= ${day}`,
    through: (day: string) => `e.at < ${day} + interval '1 day'`,
  };
  for (const [name, sql] of Object.entries(days) as [keyof typeof days, (day: string) => string][]) {
    const day = filter[name];
    if (day === null || day === undefined) continue;
    if (!isPlainDate(day))
      throw invalid({ path: `filter.${name}`, message: 'must be a date that exists, written YYYY-MM-DD' });
    values.push(ctx.me.timeZone);
    const zone = `$${values.length}`;
    add((parameter) => sql(`(${parameter}::date)::timestamp AT TIME ZONE ${zone}`), day);
  }
  return { where, values };
}

function eventOf({ payload, ...event }: { payload: string | null }) {
  const { before = null, after = null, details = null, reason = null } = JSON.parse(payload ?? '{}');
  return { ...event, before, after, details, reason };
}
