import type { ClientBase } from 'pg';

const OURS = `('app', 'audit', 'auth')`;

/** Everything that makes up the schema, one line a thing, in a fixed order: what a dump would say, without a dump's program. */
const THINGS = [
  `SELECT 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
   FROM information_schema.columns WHERE table_schema IN ${OURS}`,
  `SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
   WHERE connamespace::regnamespace::text IN ${OURS}`,
  `SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname IN ${OURS}`,
  `SELECT 'policy ' || schemaname || '.' || tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '')
   FROM pg_policies WHERE schemaname IN ${OURS}`,
  `SELECT 'security ' || oid::regclass || ' ' || relrowsecurity || ' ' || relforcerowsecurity || ' ' || coalesce(relacl::text, '') FROM pg_class
   WHERE relnamespace::regnamespace::text IN ${OURS}`,
  `SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
   WHERE NOT tgisinternal AND relnamespace::regnamespace::text IN ${OURS}`,
  `SELECT 'function ' || pg_get_functiondef(oid) || coalesce(proacl::text, '') FROM pg_proc WHERE pronamespace::regnamespace::text IN ${OURS}`,
];

export async function schemaDump(client: ClientBase): Promise<string[]> {
  const lines: string[] = [];
  for (const thing of THINGS)
    lines.push(
      ...(await client.query<{ line: string }>(`SELECT line FROM (${thing}) all_of(line) ORDER BY line`)).rows.map(
        (row) => row.line,
      ),
    );
  return lines;
}
