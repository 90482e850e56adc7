import type * as Gql from '../generated/contract.ts';
import type { Context } from '../kernel/context.ts';
import { pageOf, pageSize, readCursor } from '../kernel/paging.ts';
import { propertiesOf } from '../kernel/rows.ts';
import { AiSystem } from './ai-system.entity.ts';

/** Columns that change by themselves, or are said elsewhere on the line. */
const NOT_FACTS = new Set(['id', 'version', 'createdAt', 'updatedAt', 'tierRuleVersion', 'importKey']);

interface EventRow {
  id: string;
  at: string;
  actor: string;
  command: string;
  action: string;
  payload: string | null;
}

/** Who recorded or changed a system, when, what before and after, and why; newest first, from the audit log itself. */
export async function historyOf(ctx: Context, id: string, args: { first: number; after?: string | null }) {
  const first = pageSize(args.first);
  const [before = null] = readCursor(args.after, 'uuid') ?? [];
  const rows = await ctx.query<EventRow>(
    `SELECT e.id, e.at, coalesce(m.name, e.actor) AS actor, e.command, e.action, e.payload
     FROM audit.event e LEFT JOIN app.member m ON e.actor = 'member:' || m.id
     WHERE e.entity = 'ai_system' AND e.entity_id = $1 AND ($2::uuid IS NULL OR e.id < $2)
     ORDER BY e.id DESC LIMIT ${first + 1}`,
    [id, before],
  );
  const page = pageOf(rows, first, (row) => [row.id]);
  return { ...page, nodes: page.nodes.map(changeOf) };
}

function changeOf({ payload, ...event }: EventRow): Gql.Change {
  const { before, after, reason } = JSON.parse(payload ?? '{}') as Record<string, Record<string, unknown> | null> & {
    reason?: string;
  };
  return { ...event, reason: reason ?? null, facts: factChanges(before ?? {}, after ?? {}) };
}

function factChanges(before: Record<string, unknown>, after: Record<string, unknown>): Gql.FactChange[] {
  return propertiesOf(AiSystem)
    .filter(({ property }) => !NOT_FACTS.has(property))
    .map(({ property, column }) => ({ fact: property, before: before[column] ?? null, after: after[column] ?? null }))
    .filter(
      (change) =>
        JSON.stringify(change.before) !== JSON.stringify(change.after) &&
        !(isNothing(change.before) && isNothing(change.after)),
    );
}

/** A new record's empty and unknown facts are not changes worth a line. */
const isNothing = (value: unknown) =>
  value === null || value === '' || value === 'unknown' || (Array.isArray(value) && value.length === 0);
