import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { catalogFindings } from './catalog.ts';
import { definerFunctions, exceptions, furtherPolicies } from './catalog-exceptions.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.admin });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('finds nothing wrong with the migrated database', async () => {
  expect(await catalogFindings(client)).toEqual([]);
});

it('gives every exception a reason', () => {
  for (const { reason } of [...exceptions, ...furtherPolicies, ...definerFunctions]) expect(reason).toMatch(/\w{3}/);
});

const tenant = `(SELECT nullif(current_setting('app.org_id', true), '')::uuid)`;
const newTable = `CREATE TABLE app.thing (org_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (org_id, id));
  SELECT app.make_tenant('app.thing'); SELECT audit.track('app.thing', 'thing')`;

describe('goes red when', () => {
  it.each<[what: string, change: string, table: string, problem: string | RegExp]>([
    [
      'a table has no organization',
      `CREATE TABLE app.thing (id uuid PRIMARY KEY)`,
      'app.thing',
      'org_id: has no org_id',
    ],
    [
      'a table appears in public',
      `CREATE TABLE public.thing (id uuid PRIMARY KEY)`,
      'public.thing',
      'org_id: has no org_id',
    ],
    [
      'a table appears in a new schema',
      `CREATE SCHEMA extra; CREATE TABLE extra.thing (id int)`,
      'extra.thing',
      'row security',
    ],
    [
      'org_id may be null',
      newTable.replace('org_id uuid NOT NULL', 'org_id uuid').replace('PRIMARY KEY (org_id, id)', 'PRIMARY KEY (id)'),
      'app.thing',
      'org_id: has no org_id',
    ],
    ['a key does not begin with org_id', newTable.replace('(org_id, id)', '(id, org_id)'), 'app.thing', 'primary key'],
    [
      'a key column is dropped',
      'ALTER TABLE app.report_file DROP CONSTRAINT report_file_pkey',
      'app.report_file',
      'primary key',
    ],
    [
      'a unique index spans organizations',
      'CREATE UNIQUE INDEX one_name ON app.ai_system (name)',
      'app.ai_system',
      'unique index: app.one_name',
    ],
    [
      'a unique index is on an expression',
      'CREATE UNIQUE INDEX one_name ON app.ai_system (lower(name), org_id)',
      'app.ai_system',
      'unique index: app.one_name',
    ],
    [
      'a foreign key leaves the organization out',
      `CREATE UNIQUE INDEX member_id ON app.member (id); ALTER TABLE app.report ADD FOREIGN KEY (requested_by) REFERENCES app.member (id)`,
      'app.report',
      /^foreign key: report_requested_by_fkey to app\.member/,
    ],
    [
      'a foreign key crosses the organization',
      'ALTER TABLE app.document ADD COLUMN x uuid; ALTER TABLE app.document ADD FOREIGN KEY (x, org_id) REFERENCES app.member (org_id, id)',
      'app.document',
      'foreign key: ',
    ],
    [
      'a foreign key cascades',
      `ALTER TABLE app.report_file ADD FOREIGN KEY (org_id, report_id) REFERENCES app.report (org_id, id) ON DELETE CASCADE`,
      'app.report_file',
      'cascade',
    ],
    ['row security is off', 'ALTER TABLE app.ai_system DISABLE ROW LEVEL SECURITY', 'app.ai_system', 'row security'],
    [
      'row security is not forced',
      'ALTER TABLE app.ai_system NO FORCE ROW LEVEL SECURITY',
      'app.ai_system',
      'row security',
    ],
    ['a policy is dropped', 'DROP POLICY tenant ON app.ai_system', 'app.ai_system', 'policy: has no policy tenant'],
    [
      'a policy lets everything through',
      'ALTER POLICY tenant ON app.ai_system USING (true)',
      'app.ai_system',
      'policy: has no policy tenant',
    ],
    [
      'a policy is for reading only',
      `DROP POLICY tenant ON app.report; CREATE POLICY tenant ON app.report FOR SELECT USING (org_id = ${tenant})`,
      'app.report',
      'policy: has no policy tenant',
    ],
    [
      'a policy checks no writes',
      `DROP POLICY tenant ON app.report; CREATE POLICY tenant ON app.report USING (org_id = ${tenant})`,
      'app.report',
      'policy: has no policy tenant',
    ],
    [
      'a policy is added',
      'CREATE POLICY more ON app.ai_system FOR SELECT USING (true)',
      'app.ai_system',
      'policy: more is not',
    ],
    [
      'a known policy does more',
      'DROP POLICY lookup ON app.member; CREATE POLICY lookup ON app.member TO app_rw USING (true)',
      'app.member',
      'policy: lookup is not',
    ],
    ['tracking is dropped', 'DROP TRIGGER audit_track ON app.ai_system', 'app.ai_system', 'tracked: has no trigger'],
    [
      'tracking is switched off',
      'ALTER TABLE app.ai_system DISABLE TRIGGER audit_track',
      'app.ai_system',
      'tracked: has no trigger',
    ],
    [
      'tracking is for replicas',
      'ALTER TABLE app.ai_system ENABLE REPLICA TRIGGER audit_track',
      'app.ai_system',
      'tracked: has no trigger',
    ],
    [
      'tracking leaves out deletes',
      `DROP TRIGGER audit_track ON app.report; CREATE TRIGGER audit_track AFTER INSERT OR UPDATE ON app.report FOR EACH ROW EXECUTE FUNCTION audit.record('report')`,
      'app.report',
      'tracked: has no trigger',
    ],
    [
      'tracking is conditional',
      `DROP TRIGGER audit_track ON app.report; CREATE TRIGGER audit_track AFTER INSERT OR UPDATE OR DELETE ON app.report FOR EACH ROW WHEN (pg_trigger_depth() > 9) EXECUTE FUNCTION audit.record('report')`,
      'app.report',
      'tracked: has no trigger',
    ],
    [
      'two tables are tracked as one',
      newTable.replace(`'thing'`, `'report'`),
      'app.thing',
      'tracked: is recorded under the name of another',
    ],
    [
      'rows may be deleted',
      'DROP TRIGGER keep ON app.ai_system',
      'app.ai_system',
      'kept: has no trigger that refuses deletes',
    ],
    [
      'a table may be truncated',
      'DROP TRIGGER keep_all ON app.ai_system',
      'app.ai_system',
      'kept: has no trigger that refuses TRUNCATE',
    ],
    [
      'the log may be truncated',
      'DROP TRIGGER keep_all ON audit.unsealed',
      'audit.unsealed',
      'log: has no trigger that refuses TRUNCATE',
    ],
    [
      'the log may be updated',
      'DROP TRIGGER keep_leaf ON audit.leaf',
      'audit.leaf',
      'log: has no trigger that refuses updates',
    ],
    [
      'events may be deleted',
      'DROP TRIGGER keep ON audit.event',
      'audit.event',
      'kept: has no trigger that refuses deletes',
    ],
    [
      'the application may write the log',
      'GRANT INSERT ON audit.leaf TO app_rw',
      'audit.leaf',
      'log: app_rw may write',
    ],
    [
      'the sealer may write events',
      'GRANT UPDATE (payload) ON audit.event TO app_seal',
      'audit.event',
      'log: app_seal may write',
    ],
    [
      'the application may delete',
      'GRANT DELETE ON app.ai_system TO app_rw',
      'app.ai_system',
      'delete: app_rw may delete',
    ],
    [
      'the application may truncate',
      'GRANT TRUNCATE ON app.ai_system TO app_rw',
      'app.ai_system',
      'rights: app_rw may TRUNCATE',
    ],
    [
      'support may write',
      'GRANT UPDATE (name) ON app.ai_system TO app_readonly',
      'app.ai_system',
      'rights: app_readonly may write',
    ],
    ['everyone may read', 'GRANT SELECT ON app.ai_system TO PUBLIC', 'app.ai_system', 'rights: everyone may SELECT'],
    [
      'the application owns a table',
      'ALTER TABLE app.ai_system OWNER TO app_rw',
      'app.ai_system',
      'owner: is owned by app_rw',
    ],
    [
      'the application owns a function',
      'GRANT CREATE ON SCHEMA app TO app_rw; ALTER FUNCTION app.next_version() OWNER TO app_rw',
      'app_rw',
      'owner: owns pg_proc',
    ],
    [
      'a superuser owns a table',
      'ALTER TABLE app.ai_system OWNER TO postgres',
      'app.ai_system',
      'owner: is owned by postgres',
    ],
    ['a role passes row security', 'ALTER ROLE app_readonly BYPASSRLS', 'app_readonly', 'role: has a right beyond'],
    ['a role belongs to the owner', 'GRANT attestry_owner TO app_rw', 'app_rw', 'role: has a right beyond'],
    ['the application may create tables', 'GRANT CREATE ON SCHEMA app TO app_rw', 'app', 'schema: app_rw may create'],
    ['everyone may create in public', 'GRANT CREATE ON SCHEMA public TO PUBLIC', 'public', 'schema: app_rw may create'],
    [
      'a view reads as its owner',
      'CREATE VIEW app.systems AS SELECT * FROM app.ai_system',
      'app.systems',
      'view: reads as its owner',
    ],
    [
      'a view is materialized',
      'CREATE MATERIALIZED VIEW app.systems AS SELECT * FROM app.ai_system',
      'app.systems',
      'view: reads as its owner',
    ],
    [
      'a function acts as the owner',
      `CREATE FUNCTION app.leak() RETURNS SETOF app.ai_system LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS 'SELECT * FROM app.ai_system'`,
      'app.leak',
      'function: acts as the owner and is not among',
    ],
    [
      'a known function loses its search path',
      'ALTER FUNCTION auth.memberships(uuid) RESET search_path',
      'auth.memberships',
      'function: acts as the owner without',
    ],
    [
      'a function is for everyone',
      'GRANT EXECUTE ON FUNCTION audit.append(text, text, text, jsonb) TO PUBLIC',
      'audit.append',
      'function: everyone may call it',
    ],
    [
      'a function is for the wrong role',
      'GRANT EXECUTE ON FUNCTION audit.append(text, text, text, jsonb) TO app_rw',
      'audit.append',
      'function: may be called by app_rw',
    ],
    [
      'an exception is not needed any more',
      `SELECT audit.track('app.background_task', 'background_task')`,
      'app.background_task',
      'tracked: the exception is not needed',
    ],
  ])('%s', async (_, change, table, problem) => {
    await client.query('BEGIN');
    try {
      await client.query(change);
      const findings = await catalogFindings(client);
      const words = problem instanceof RegExp ? problem : new RegExp(`^${problem}`);
      expect(findings).toContainEqual({ table, problem: expect.stringMatching(words) });
    } finally {
      await client.query('ROLLBACK');
    }
  });

  it('not when a table follows the rules', async () => {
    await client.query('BEGIN');
    await client.query(`SET LOCAL ROLE attestry_owner`);
    await client.query(newTable);
    expect(await catalogFindings(client)).toEqual([]);
    await client.query('CREATE VIEW app.things WITH (security_invoker = true) AS SELECT * FROM app.thing');
    expect(await catalogFindings(client)).toEqual([]);
    await client.query('ROLLBACK');
  });
});
