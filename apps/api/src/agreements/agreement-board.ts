import type { BoardColumn } from '@attestry/domain/agreements/board.ts';
import type { Context } from '../kernel/context.ts';
import { type AsOf, oneOf } from '../kernel/loaders.ts';
import { columns } from '../kernel/rows.ts';
import { Service } from '../vendors/service.entity.ts';
import { Agreement } from './agreement.entity.ts';
import { columnOf, type Source, sourceOf } from './agreement-source.ts';

const MOST_CARDS = 100;

/** Every column with its count and its first cards: one statement for agreements, one for services without any. */
export async function boardOf(ctx: Context, asOf: string | null | undefined) {
  const [cards, missing] = await Promise.all([
    cardsOf(ctx, sourceOf(ctx.me, asOf)),
    missingOf(ctx, sourceOf(ctx.me, asOf)),
  ]);
  const column = (name: BoardColumn) => {
    const agreements = cards.filter((card) => card.column === name);
    return { count: agreements[0]?.count ?? 0, agreements };
  };
  return {
    on: asOf ?? ctx.me.today,
    missing,
    inNegotiation: column('inNegotiation'),
    signed: column('signed'),
    expiringIn90: column('expiringIn90'),
    expiringIn30: column('expiringIn30'),
    endedOpen: column('endedOpen'),
  };
}

/** Longest in negotiation, soonest to end, and longest due first. */
const FIRST = `CASE WHEN stage IN ('drafted', 'sent', 'partly_signed') THEN coalesce(sent_on, drafted_on, created_at::date)
  WHEN stage IN ('ended', 'superseded') THEN coalesce(o.due, through)
  ELSE coalesce(through, 'infinity') END`;

async function cardsOf(ctx: Context, { agreements, obligations, day, asOf, parameters }: Source) {
  const rows = await ctx.query<AsOf<Agreement> & { column: BoardColumn; count: number }>(
    `SELECT ${columns(Agreement)}, "column", count FROM (
       SELECT placed.*, count(*) OVER (PARTITION BY "column")::int AS count,
         row_number() OVER (PARTITION BY "column" ORDER BY first, lower(title), id) AS position
       FROM (SELECT agreement.*, ${columnOf(day)} AS "column", ${FIRST} AS first
         FROM ${agreements} agreement LEFT JOIN ${obligations} o ON o.agreement_id = agreement.id) placed
       WHERE "column" IS NOT NULL) numbered
     WHERE position <= ${MOST_CARDS} ORDER BY "column", position`,
    parameters.values,
  );
  return rows.map((row) => Object.assign(row, { asOf }));
}

/** Services that PHI reaches on the day, and that no agreement of the organization lists that is in force or on its way. */
async function missingOf(ctx: Context, { agreements, coveredServices, day, asOf, parameters, rowsOf }: Source) {
  const rows = await ctx.query<{ serviceId: string; since: string; aiSystems: number; count: number }>(
    `WITH listed AS MATERIALIZED (SELECT DISTINCT c.service_id FROM ${coveredServices} c
       JOIN ${agreements} a ON a.id = c.agreement_id
       WHERE a.upper_vendor_id IS NULL AND a.stage NOT IN ('ended', 'superseded')
         AND (c.listed_through IS NULL OR c.listed_through >= ${day}::date))
     SELECT f.service_id AS "serviceId", min(f.starts_on) AS since, count(DISTINCT f.ai_system_id)::int AS "aiSystems",
       count(*) OVER ()::int AS count
     FROM ${rowsOf('app.phi_flow')} f JOIN ${rowsOf('app.ai_system')} system ON system.id = f.ai_system_id
     WHERE system.withdrawn_at IS NULL AND f.withdrawn_at IS NULL AND f.service_id IS NOT NULL AND f.starts_on <= ${day}::date
       AND (f.ends_on IS NULL OR f.ends_on >= ${day}::date) AND f.service_id NOT IN (SELECT service_id FROM listed)
     GROUP BY f.service_id ORDER BY since, f.service_id LIMIT ${MOST_CARDS}`,
    parameters.values,
  );
  const services = rows.map(async ({ serviceId, since, aiSystems }) => ({
    service: await oneOf(ctx, Service, serviceId, asOf),
    since,
    aiSystems,
  }));
  return { count: rows[0]?.count ?? 0, services: await Promise.all(services) };
}
