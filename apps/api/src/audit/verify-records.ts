import type { ClientBase } from 'pg';
import type { Findings } from './findings.ts';
import { paged } from './paged.ts';

/**
 * The rows as they are against the rows as the log last recorded them. `client` is in a transaction that sees one moment,
 * with app.org_id set: it reads as the application does, and needs no right that the application has not.
 */
export async function verifyRecords(client: ClientBase, orgId: string, findings: Findings): Promise<void> {
  const tables = await trackedTables(client);
  for (const table of tables) {
    if (!table.enabled) findings.add(`changes of ${table.name} are not recorded: its trigger is switched off`);
    await verifyTable(client, orgId, table, findings);
  }
  const known = new Set(tables.map(({ entity }) => entity));
  const { rows } = await client.query<{ entity: string }>(
    `SELECT DISTINCT entity FROM audit.event WHERE org_id = $1 AND action IN ('insert', 'update', 'delete')`,
    [orgId],
  );
  for (const { entity } of rows) {
    if (!known.has(entity)) findings.add(`the log has records of ${entity}, and no table is tracked as that any more`);
  }
}

interface TrackedTable {
  readonly name: string;
  readonly entity: string;
  readonly hidden: readonly string[];
  readonly enabled: boolean;
  readonly orgColumn: string;
}

/** As the triggers themselves say it: audit.record('entity', 'hidden column', …). */
async function trackedTables(client: ClientBase): Promise<TrackedTable[]> {
  const { rows } = await client.query<{ name: string; args: string; enabled: boolean; tenant: boolean }>(
    `SELECT t.tgrelid::regclass::text AS name, encode(t.tgargs, 'hex') AS args, t.tgenabled IN ('O', 'A') AS enabled,
       EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.tgrelid AND a.attname = 'org_id') AS tenant
     FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE p.proname = 'record' AND p.pronamespace = 'audit'::regnamespace ORDER BY 1`,
  );
  return rows.map(({ name, args, enabled, tenant }) => {
    const [entity, ...hidden] = Buffer.from(args, 'hex').toString().split('\0').slice(0, -1);
    return { name, entity: entity!, hidden, enabled, orgColumn: tenant ? 'org_id' : 'id' };
  });
}

/** Columns that came after the event are not in it, and columns that went are not in the row: what both have must agree. */
async function verifyTable(client: ClientBase, orgId: string, table: TrackedTable, findings: Findings): Promise<void> {
  const rows = paged<{ id: string; state: string; columns: string[] | null }>(
    client,
    `WITH recorded AS (
       SELECT DISTINCT ON (entity_id) entity_id AS id, action,
         CASE WHEN payload IS JSON OBJECT THEN payload::jsonb -> 'after' END AS fields
       FROM audit.event WHERE org_id = $1 AND entity = $2 AND action IN ('insert', 'update', 'delete')
       ORDER BY entity_id DESC, id DESC
     ), present AS (
       SELECT t.id::text AS id, to_jsonb(t) - $3::text[] AS fields FROM ${table.name} t WHERE t.${table.orgColumn} = $1
     ), compared AS (
       SELECT coalesce(p.id, r.id) AS id,
         CASE WHEN r.id IS NULL THEN 'unrecorded' WHEN p.id IS NULL AND r.action <> 'delete' THEN 'gone'
           WHEN p.id IS NOT NULL AND r.action = 'delete' THEN 'back' WHEN p.fields <> r.fields THEN 'changed' END AS state,
         p.fields AS present, r.fields AS recorded
       FROM recorded r FULL JOIN present p ON p.id = r.id
     )
     SELECT id, state, (SELECT array_agg(f.key ORDER BY f.key) FROM jsonb_each(recorded) f
       WHERE state = 'changed' AND present ? f.key AND present -> f.key IS DISTINCT FROM f.value) AS columns
     FROM compared WHERE state IS NOT NULL ORDER BY id`,
    [orgId, table.entity, table.hidden],
  );
  for await (const { id, state, columns } of rows) {
    if (state === 'changed' && columns === null) continue;
    findings.add(`${table.entity} ${id} ${wordsFor(state, columns ?? [])}`);
  }
}

function wordsFor(state: string, columns: readonly string[]): string {
  if (state === 'unrecorded') return 'has a row that the log never recorded';
  if (state === 'gone') return 'has no row any more, and the log records no deletion';
  if (state === 'back') return 'has a row although the log records its deletion';
  return `is not what the log last recorded: ${columns.join(', ')} changed unrecorded`;
}
