import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly admin: string;
  readonly app: string;
  readonly seal: string;
  readonly readonly: string;
  drop(): Promise<void>;
}

/** A database of its own, cloned from the migrated template in some 50 ms. */
export const testDatabase = (): Promise<TestDatabase> => makeDatabase(new URL(inject('templateUrl')).pathname.slice(1));

/** One that nothing was migrated in. */
export const emptyDatabase = (): Promise<TestDatabase> => makeDatabase('template0');

async function makeDatabase(from: string): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'));
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  const as = (role: string | null) => {
    const url = new URL(template);
    url.pathname = `/${name}`;
    if (role) [url.username, url.password] = [role, inject('rolePassword')];
    return url.href;
  };
  return {
    admin: as(null),
    app: as('app_rw'),
    seal: as('app_seal'),
    readonly: as('app_readonly'),
    drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(statement: string): Promise<void> {
  const url = new URL(inject('templateUrl'));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    // Files that clone the template at once wait for each other.
    await client.query(`SELECT pg_advisory_lock(4400)`);
    await client.query(statement);
  } finally {
    await client.end();
  }
}
