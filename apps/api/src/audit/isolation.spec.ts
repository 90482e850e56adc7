import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataSource } from '../kernel/database.ts';
import { inTransaction } from '../kernel/transaction.ts';
import { addSystem, asMember, testLog } from './testing.ts';

let log: Awaited<ReturnType<typeof testLog>>;
let source: DataSource;
let organizations: readonly [string, string];
beforeAll(async () => {
  log = await testLog();
  organizations = [await log.organization(3), await log.organization(3)];
  source = await openDataSource(log.database.app, [], 5);
});
afterAll(async () => {
  await source.destroy();
  await log.close();
});

const as = (orgId: string) => ({ orgId, actor: 'member', command: 'test.write', requestId: 'r' });

it('lets no row and no setting pass between transactions of a small pool, whoever is cancelled or killed', async () => {
  const seen: { orgId: string; rows: string[] }[] = [];
  let refused = 0;
  const one = async (i: number) => {
    const orgId = organizations[i % 2]!;
    await inTransaction(source, as(orgId), async (tx) => {
      const rows = await tx.query<{ org_id: string }>('SELECT org_id FROM app.ai_system');
      seen.push({ orgId, rows: rows.map((row) => row.org_id) });
      const written = await tx.query<{ org_id: string }>(`UPDATE app.ai_system SET notes = $1 RETURNING org_id`, [
        String(i),
      ]);
      seen.push({ orgId, rows: written.map((row) => row.org_id) });
      const [own] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      if (i % 7 === 1) throw new Error('rolled back');
      const stop = i % 7 === 3 ? 'pg_cancel_backend' : i % 7 === 5 ? 'pg_terminate_backend' : undefined;
      if (!stop) return;
      const sleeping = tx.query('SELECT pg_sleep(20)');
      sleeping.catch(() => {});
      await expect.poll(() => endsIts(stop, own!.pid), { timeout: 10_000, interval: 5 }).toBe(1);
      await sleeping;
    }).catch(() => {
      refused += 1;
    });
  };
  await Promise.all(Array.from({ length: 200 }, (_, i) => one(i)));
  expect(refused).toBeGreaterThan(70);
  expect(refused).toBeLessThan(200);
  expect(seen.length).toBeGreaterThan(250);
  for (const { orgId, rows } of seen) expect(rows).toEqual([orgId, orgId, orgId]);
  const idle = await Promise.all(
    Array.from({ length: 5 }, () =>
      source.query(`SELECT pg_sleep(0.1), coalesce(current_setting('app.org_id', true), '') || coalesce(current_setting('app.actor', true), '') AS left_over,
        (SELECT count(*)::int FROM app.ai_system) AS rows, pg_backend_pid() AS pid`),
    ),
  );
  for (const [{ left_over, rows }] of idle) expect({ left_over, rows }).toEqual({ left_over: '', rows: 0 });
  expect(new Set(idle.map(([{ pid }]) => pid)).size).toBeGreaterThan(1);
  const { rows: open } = await log.admin.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = 'app_rw' AND state LIKE 'idle in transaction%'`,
  );
  expect(open).toEqual([]);
}, 60_000);

/** Only while it sleeps: PostgreSQL forgets a request to cancel what has not begun. */
async function endsIts(stop: string, pid: number): Promise<number | null> {
  const { rowCount } = await log.admin.query(
    `SELECT ${stop}(pid) FROM pg_stat_activity WHERE pid = $1 AND state = 'active' AND query LIKE 'SELECT pg_sleep%'`,
    [pid],
  );
  return rowCount;
}

describe('another organization', () => {
  const [own, foreign] = [() => organizations[0], () => organizations[1]];
  const asOwn = <T>(work: (query: (sql: string, values?: unknown[]) => Promise<T[]>) => Promise<unknown>) =>
    asMember(log.app, own(), (client) => work(async (sql, values) => (await client.query(sql, values)).rows as T[]));

  it('has rows that are neither read, changed nor locked', async () => {
    await asOwn(async (query) => {
      expect(await query('SELECT * FROM app.ai_system WHERE org_id = $1', [foreign()])).toEqual([]);
      expect(await query('SELECT * FROM app.organization WHERE id = $1', [foreign()])).toEqual([]);
      expect(await query('SELECT * FROM audit.event WHERE org_id = $1', [foreign()])).toEqual([]);
      expect(await query(`UPDATE app.ai_system SET notes = 'x' WHERE org_id = $1 RETURNING id`, [foreign()])).toEqual(
        [],
      );
    });
  });

  it('is not written to', async () => {
    await expect(asMember(log.app, own(), (client) => addSystem(client, foreign(), 'Theirs'))).rejects.toThrow(
      'row-level security',
    );
    await expect(asOwn((query) => query('UPDATE app.ai_system SET org_id = $1', [foreign()]))).rejects.toThrow(
      'row-level security',
    );
  });

  it('has no row that a foreign key of ours could name', async () => {
    const [theirs] = await memberOf(foreign(), 'them@b.example');
    const insert = `INSERT INTO app.saved_view (org_id, member_id, register, name, query) VALUES ($1, $2, 'ai-systems', 'x', '')`;
    await expect(asOwn((query) => query(insert, [own(), theirs]))).rejects.toMatchObject({ code: '23503' });
    const [ours] = await memberOf(own(), 'us@b.example');
    await asOwn((query) => query(insert, [own(), ours]));
  });

  it('is not reached by a setting that is empty or no id', async () => {
    for (const setting of ['', null]) {
      const client = await log.app.connect();
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.org_id', $1, true)`, [setting]);
      expect((await client.query('SELECT 1 FROM app.ai_system')).rowCount).toBe(0);
      await client.query('ROLLBACK');
      client.release();
    }
  });

  async function memberOf(orgId: string, email: string): Promise<string[]> {
    const { rows } = await log.admin.query(
      `INSERT INTO auth.account (email, password_hash) VALUES ($1, 'x') RETURNING id`,
      [email],
    );
    return asMember(log.app, orgId, async (client) => {
      const member = await client.query(
        `INSERT INTO app.member (org_id, account_id, name, email, roles) VALUES ($1, $2, 'A', $3, '{}') RETURNING id`,
        [orgId, rows[0].id, email],
      );
      return [member.rows[0].id];
    });
  }
});
