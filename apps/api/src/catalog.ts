import type { ClientBase } from 'pg';
import { definerFunctions, exceptions, furtherPolicies } from './catalog-exceptions.ts';
import { OUTSIDE, rules, TABLES } from './catalog-rules.ts';

export interface CatalogFinding {
  readonly table: string;
  readonly problem: string;
}

/**
 * What must be true of every table, role and function for tenancy and tracking to hold, asked of PostgreSQL itself.
 * Empty when it is. Exceptions are in catalog-exceptions.ts, each with its reason.
 */
export async function catalogFindings(client: ClientBase): Promise<CatalogFinding[]> {
  const findings: CatalogFinding[] = [];
  const used = new Set<string>();
  for (const { rule, sql } of rules) {
    const { rows } = await client.query<{ subject: string; problem: string }>(`${TABLES} ${sql}`);
    for (const { subject, problem } of rows) {
      const excepted = exceptions.some(
        ({ table, rules }) => table === subject && (rules as readonly string[]).includes(rule),
      );
      if (excepted) used.add(`${subject} ${rule}`);
      else findings.push({ table: subject, problem: `${rule}: ${problem}` });
    }
  }
  for (const { table, rules } of exceptions) {
    for (const rule of rules.filter((name) => !used.has(`${table} ${name}`))) {
      findings.push({ table, problem: `${rule}: the exception is not needed` });
    }
  }
  return [...findings, ...(await policyFindings(client)), ...(await functionFindings(client))];
}

const COMMANDS: Readonly<Record<string, string>> = { '*': 'ALL', r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE' };

async function policyFindings(client: ClientBase): Promise<CatalogFinding[]> {
  const { rows } = await client.query<{ table: string; policy: string; command: string; roles: string[] }>(
    `${TABLES} SELECT t.name AS table, p.polname AS policy, p.polcmd AS command, ARRAY(SELECT CASE WHEN r.oid = t.relowner
       THEN 'owner' ELSE r.rolname::text END FROM pg_roles r WHERE r.oid = ANY (p.polroles)) AS roles
     FROM t JOIN pg_policy p ON p.polrelid = t.oid WHERE p.polname <> 'tenant'`,
  );
  const unknown = rows.filter(
    ({ table, policy, command, roles }) =>
      !furtherPolicies.some(
        (known) =>
          known.table === table &&
          known.policy === policy &&
          known.command === COMMANDS[command] &&
          roles.join() === known.role,
      ),
  );
  return unknown.map(({ table, policy }) => ({ table, problem: `policy: ${policy} is not among the known ones` }));
}

async function functionFindings(client: ClientBase): Promise<CatalogFinding[]> {
  const { rows } = await client.query<{ name: string; definer: boolean; path: string | null; callers: string[] }>(
    `SELECT n.nspname || '.' || p.proname AS name, p.prosecdef AS definer,
       (SELECT c FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%') AS path,
       ARRAY(SELECT r FROM unnest(ARRAY['app_rw', 'app_seal', 'app_readonly', 'public']) r WHERE has_function_privilege(r, p.oid, 'EXECUTE')) AS callers
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname NOT IN ${OUTSIDE} AND n.nspname NOT LIKE 'pg\\_%'`,
  );
  return rows.flatMap(({ name, definer, path, callers }) => {
    const known = definerFunctions.find((entry) => entry.name === name);
    const say = (wrong: boolean, problem: string) => (wrong ? [{ table: name, problem: `function: ${problem}` }] : []);
    return [
      ...say(callers.includes('public'), 'everyone may call it'),
      ...say(definer && !known, 'acts as the owner and is not among the known ones'),
      ...say(definer && path !== 'search_path=pg_catalog', 'acts as the owner without a fixed search_path'),
      ...say(
        definer && known !== undefined && callers.join() !== (known.role ?? ''),
        `may be called by ${callers.join(', ') || 'nobody'}`,
      ),
    ];
  });
}
