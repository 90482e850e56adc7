import { setTimeout as wait } from 'node:timers/promises';
import type { TestApp } from './test-app.ts';

export const all = <Result>(count: number, work: (at: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));

/** Connections that hold a transaction although nothing runs; those given back after an answer have a second to get there. */
export async function heldConnections(app: TestApp): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const [row] = await app.sql(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND usename = 'app_rw' AND state LIKE 'idle in transaction%'`,
    );
    if (row!.n === 0 || tries === 20) return row!.n;
    await wait(50);
  }
}
