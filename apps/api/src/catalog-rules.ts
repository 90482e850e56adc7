/** What the catalog must say of every table, each rule with the SQL that finds where it does not hold. */

/** BullMQ's tables hold job ids and no records; `migrations` names the files that ran. */
export const OUTSIDE = `('bullmq', 'migrations', 'information_schema')`;
export const TENANT = `nullif(current_setting('app.org_id'::text, true), ''::text)`;
const ROLES = `unnest(ARRAY['app_rw', 'app_seal', 'app_readonly']) AS role (name)`;

export const TABLES = `WITH t AS (
  SELECT c.oid, n.nspname || '.' || c.relname AS name, n.nspname AS schema, c.relowner, c.relrowsecurity, c.relforcerowsecurity,
    (SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped) AS org
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ${OUTSIDE} AND n.nspname NOT LIKE 'pg\\_%'
)`;

/** Triggers of a table that are on, for every row or statement, whatever the columns. tgtype: see pg_trigger.h. */
const trigger = (called: string, type: number) => `EXISTS (SELECT 1 FROM pg_trigger g JOIN pg_proc p ON p.oid = g.tgfoid
  WHERE g.tgrelid = t.oid AND p.pronamespace = 'audit'::regnamespace AND p.proname = '${called}'
  AND g.tgenabled IN ('O', 'A') AND g.tgqual IS NULL AND g.tgattr = '' AND g.tgtype & ${type} = ${type})`;

export const rules = [
  {
    rule: 'org_id',
    sql: `SELECT t.name AS subject, 'has no org_id uuid NOT NULL' AS problem FROM t WHERE NOT EXISTS (SELECT 1 FROM pg_attribute a
      WHERE a.attrelid = t.oid AND a.attnum = t.org AND a.attnotnull AND a.atttypid = 'uuid'::regtype)`,
  },
  {
    rule: 'primary key',
    sql: `SELECT t.name AS subject, 'has no primary key that begins with org_id' AS problem FROM t WHERE t.org IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary AND i.indkey[0] = t.org)`,
  },
  {
    rule: 'unique index',
    sql: `SELECT t.name AS subject, i.indexrelid::regclass || ' does not begin with org_id' AS problem
      FROM t JOIN pg_index i ON i.indrelid = t.oid
      WHERE t.org IS NOT NULL AND i.indisunique AND NOT i.indisprimary AND i.indkey[0] <> t.org`,
  },
  {
    rule: 'foreign key',
    sql: `SELECT t.name AS subject, c.conname || ' to ' || r.name || ' does not contain the organization on both sides' AS problem
      FROM t JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' JOIN t r ON r.oid = c.confrelid
      CROSS JOIN LATERAL (SELECT CASE WHEN r.name = 'app.organization'
        THEN (SELECT attnum FROM pg_attribute WHERE attrelid = r.oid AND attname = 'id') ELSE r.org END AS org) remote
      WHERE remote.org IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unnest(c.conkey, c.confkey) AS k (here, there)
        WHERE k.here = t.org AND k.there = remote.org)`,
  },
  {
    rule: 'cascade',
    sql: `SELECT t.name AS subject, c.conname || ' changes rows when another is deleted or renamed' AS problem
      FROM t JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f'
      WHERE c.confdeltype NOT IN ('a', 'r') OR c.confupdtype NOT IN ('a', 'r')`,
  },
  {
    rule: 'row security',
    sql: `SELECT t.name AS subject, 'is not both enabled and forced' AS problem FROM t
      WHERE NOT (t.relrowsecurity AND t.relforcerowsecurity)`,
  },
  {
    rule: 'policy',
    sql: `SELECT t.name AS subject, 'has no policy tenant for everyone and everything that compares org_id, reading and writing' AS problem
      FROM t WHERE t.relrowsecurity AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid AND p.polname = 'tenant'
        AND p.polcmd = '*' AND p.polpermissive AND p.polroles = '{0}' AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL
        AND lower(pg_get_expr(p.polqual, t.oid)) = $$(org_id = ( select (${TENANT})::uuid as "nullif"))$$
        AND lower(pg_get_expr(p.polwithcheck, t.oid)) = $$(org_id = ( select (${TENANT})::uuid as "nullif"))$$)`,
  },
  {
    rule: 'tracked',
    sql: `SELECT t.name AS subject, 'has no trigger that records inserts, updates and deletes' AS problem
      FROM t WHERE NOT ${trigger('record', 1 + 4 + 8 + 16)}
      UNION ALL SELECT t.name, 'is recorded under the name of another table' FROM t JOIN pg_trigger g ON g.tgrelid = t.oid
      WHERE g.tgname = 'audit_track' AND EXISTS (SELECT 1 FROM pg_trigger o WHERE o.tgname = 'audit_track' AND o.oid <> g.oid
        AND split_part(encode(o.tgargs, 'escape'), '\\000', 1) = split_part(encode(g.tgargs, 'escape'), '\\000', 1))`,
  },
  {
    rule: 'kept',
    sql: `SELECT t.name AS subject, 'has no trigger that refuses deletes' AS problem FROM t WHERE NOT ${trigger('refuse', 1 + 2 + 8)}
      UNION ALL SELECT t.name, 'has no trigger that refuses TRUNCATE' FROM t
      WHERE ${trigger('record', 1)} AND NOT ${trigger('refuse', 2 + 32)}`,
  },
  {
    rule: 'log',
    sql: `SELECT t.name AS subject, 'has no trigger that refuses TRUNCATE' AS problem FROM t
      WHERE t.schema = 'audit' AND NOT ${trigger('refuse', 2 + 32)}
      UNION ALL SELECT t.name, 'has no trigger that refuses updates' FROM t WHERE t.schema = 'audit' AND t.name <> 'audit.unsealed'
      AND NOT ${trigger('refuse', 1 + 2 + 16)} AND NOT ${trigger('sign_once', 1 + 2 + 16)}
      UNION ALL SELECT t.name, role.name || ' may write to it' FROM t, ${ROLES} WHERE t.schema = 'audit' AND role.name <> 'app_seal'
      AND (has_table_privilege(role.name, t.oid, 'INSERT') OR has_any_column_privilege(role.name, t.oid, 'UPDATE'))
      UNION ALL SELECT t.name, 'app_seal may write to it' FROM t WHERE t.name = 'audit.event'
      AND (has_any_column_privilege('app_seal', t.oid, 'INSERT') OR has_any_column_privilege('app_seal', t.oid, 'UPDATE'))`,
  },
  {
    rule: 'delete',
    sql: `SELECT t.name AS subject, role.name || ' may delete from it' AS problem FROM t, ${ROLES}
      WHERE has_table_privilege(role.name, t.oid, 'DELETE')`,
  },
  {
    rule: 'rights',
    sql: `SELECT t.name AS subject, role.name || ' may ' || r.name AS problem FROM t, ${ROLES},
      unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) AS r (name) WHERE has_table_privilege(role.name, t.oid, r.name)
      UNION ALL SELECT t.name, 'app_readonly may write to it' FROM t
      WHERE has_any_column_privilege('app_readonly', t.oid, 'INSERT') OR has_any_column_privilege('app_readonly', t.oid, 'UPDATE')
      UNION ALL SELECT t.name, 'everyone may ' || r.name FROM t, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) AS r (name)
      WHERE has_table_privilege('public', t.oid, r.name)`,
  },
  {
    rule: 'owner',
    sql: `SELECT t.name AS subject, 'is owned by ' || o.rolname || ', who can sign in or pass every policy' AS problem
      FROM t JOIN pg_roles o ON o.oid = t.relowner WHERE o.rolcanlogin OR o.rolsuper OR o.rolbypassrls
      UNION ALL SELECT o.rolname::text, 'owns ' || d.classid::regclass || ' ' || d.objid FROM pg_shdepend d JOIN pg_roles o ON o.oid = d.refobjid
      WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o' AND o.rolname IN ('app_rw', 'app_seal', 'app_readonly')
      AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))`,
  },
  {
    rule: 'role',
    sql: `SELECT o.rolname::text AS subject, 'has a right beyond its grants, or belongs to another role' AS problem FROM pg_roles o
      WHERE o.rolname IN ('app_rw', 'app_seal', 'app_readonly') AND (o.rolsuper OR o.rolbypassrls OR o.rolcreaterole OR o.rolcreatedb
        OR o.rolreplication OR EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = o.oid))
      UNION ALL SELECT role.name, 'does not exist' FROM ${ROLES} WHERE NOT EXISTS (SELECT 1 FROM pg_roles o WHERE o.rolname = role.name)`,
  },
  {
    rule: 'schema',
    sql: `SELECT n.nspname::text AS subject, role.name || ' may create in it' AS problem FROM pg_namespace n, ${ROLES}
      WHERE n.nspname NOT LIKE 'pg\\_temp%' AND n.nspname NOT LIKE 'pg\\_toast%' AND has_schema_privilege(role.name, n.oid, 'CREATE')
      UNION ALL SELECT current_database()::text, role.name || ' may create schemas in it' FROM ${ROLES}
      WHERE has_database_privilege(role.name, current_database(), 'CREATE')`,
  },
  {
    rule: 'view',
    sql: `SELECT n.nspname || '.' || c.relname AS subject, 'reads as its owner, past row security' AS problem
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('v', 'm', 'f') AND n.nspname NOT IN ${OUTSIDE} AND n.nspname NOT LIKE 'pg\\_%'
      AND (c.relkind <> 'v' OR NOT coalesce(c.reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on'])`,
  },
] as const satisfies readonly { rule: string; sql: string }[];

export type Rule = (typeof rules)[number]['rule'];
