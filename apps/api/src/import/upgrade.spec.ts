import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../test/database.ts';
import { migrate } from '../kernel/migrate.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await emptyDatabase();
  client = new pg.Client({ connectionString: database.admin });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const MIGRATIONS = readdirSync(new URL('../../../../migrations', import.meta.url)).sort();
/** So many migrations there were before rows and records were kept apart. */
const BEFORE = MIGRATIONS.findIndex((name) => name.endsWith('-import-kinds.sql'));

it('an import of before the upgrade keeps what each row became, so that it can be taken back and found again', async () => {
  expect(BEFORE).toBeGreaterThan(0);
  await migrate(database, BEFORE);
  const [org, member, account, document, system, one] = Array.from({ length: 6 }, () => randomUUID());
  await client.query(`SELECT set_config('app.org_id', '${org}', false), set_config('app.actor', 'system:test', false),
    set_config('app.command', 'test', false)`);
  for (const [sql, values] of [
    [
      `INSERT INTO app.organization (id, name, kind, time_zone) VALUES ($1, 'Harbour', 'covered_entity', 'America/New_York')`,
      [org],
    ],
    [`INSERT INTO auth.account (id, email, password_hash) VALUES ($1, 'd@harbour.example', 'none')`, [account]],
    [
      `INSERT INTO app.member (org_id, id, account_id, name, email, roles) VALUES ($1, $2, $3, 'D', 'd@harbour.example', '{auditor}')`,
      [org, member, account],
    ],
    [
      `INSERT INTO app.document (org_id, id, sha256, size, media_type, name, object_key, wrapped_key)
       VALUES ($1, $2, repeat('a', 64), 1, 'text/csv', 'a.csv', repeat('b', 32), '')`,
      [org, document],
    ],
    [
      `INSERT INTO app.ai_system (org_id, id, name, stage, origin, deployment, phi, phi_volume, vulnerable_population, decision_role,
         clinical_impact, vendor_training_rights, criticality, fda_status, decision_support_tool, tier, tier_rule_version, import_key)
       VALUES ($1, $2, 'Scribe', 'live', 'unknown', 'unknown', 'yes', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown',
         'unknown', 'unknown', 3, 1, 'name:scribe|')`,
      [org, system],
    ],
    [
      `INSERT INTO app.data_import (org_id, id, document_id, file_name, columns, row_count, mapping, status, created, requested_by)
       VALUES ($1, $2, $3, 'a.csv', '[]', 2, '{}', 'applied', 1, $4)`,
      [org, one, document, member],
    ],
    [
      `INSERT INTO app.data_import_row (org_id, import_id, row_number, outcome, name, messages, facts, import_key, changes, ai_system_id, applied_version)
       VALUES ($1, $2, 2, 'create', 'Scribe', '[{"text":"look"}]', '{"forPresent":{}}', 'name:scribe|', '[]', $3, 1),
         ($1, $2, 3, 'rejected', '', '[{"text":"no name"}]', NULL, NULL, '[]', NULL, NULL)`,
      [org, one, system],
    ],
  ] as const)
    await client.query(sql, [...values]);
  await migrate(database);
  const read = async (sql: string) => (await client.query(sql, [one])).rows;
  expect(
    await read(
      `SELECT number, first_row, entity, import_key, name, outcome, facts, ai_system_id, applied_version FROM app.data_import_record WHERE import_id = $1`,
    ),
  ).toEqual([
    {
      number: 2,
      first_row: 2,
      entity: 'ai_system',
      import_key: 'name:scribe|',
      name: 'Scribe',
      outcome: 'create',
      facts: { forPresent: {} },
      ai_system_id: system,
      applied_version: 1,
    },
  ]);
  expect(
    await read('SELECT row_number, records, remarked FROM app.data_import_row WHERE import_id = $1 ORDER BY 1'),
  ).toEqual([
    { row_number: 2, records: [2], remarked: true },
    { row_number: 3, records: [], remarked: false },
  ]);
  expect(await read('SELECT kind, remarked, version FROM app.data_import WHERE id = $1')).toEqual([
    { kind: 'ai_system', remarked: 1, version: 1 },
  ]);
}, 60_000);
