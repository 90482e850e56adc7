import { setTimeout as delay } from 'node:timers/promises';
import pg, { type ClientBase, type Pool } from 'pg';
import type { LogSigner } from './checkpoint.ts';
import { type SealedBatch, type SetAside, sealBatch } from './seal-batch.ts';
import { signHeads } from './sign-heads.ts';

export interface SealerOptions {
  readonly pool: Pool;
  readonly signer: LogSigner;
  readonly checkpointsFile: string;
  readonly batchSize?: number;
  readonly intervalMs?: number;
  readonly onError: (error: unknown) => void;
}

export interface Sealer {
  stop(): Promise<void>;
}

/** Seals until stopped, about `intervalMs` behind the writers. Any number may run: the advisory lock lets one work. */
export function startSealer(options: SealerOptions): Sealer {
  const { intervalMs = 500, batchSize = DEFAULT_BATCH, onError } = options;
  const stopping = new AbortController();
  outliveRestarts(options.pool);
  const aside = nothingAside();
  const report = onceInARow(onError);
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const result = await sealOnce(options.pool, options.signer, { ...options, aside }).catch((error: unknown) => ({
        error,
      }));
      if ('error' in result) report(result.error);
      else for (const fault of result.faults) onError(new Error(fault));
      const more = 'sealed' in result && result.sealed >= batchSize;
      if (!more) await delay(intervalMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const ended = loop();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

export interface SealOnceOptions {
  readonly checkpointsFile: string;
  readonly batchSize?: number;
  readonly aside?: SetAside;
}

/** Signs what a crash left unsigned, seals one batch, signs it. Seals nothing while another sealer is at work. */
export async function sealOnce(pool: Pool, signer: LogSigner, options: SealOnceOptions): Promise<SealedBatch> {
  const { checkpointsFile, batchSize = DEFAULT_BATCH, aside = nothingAside() } = options;
  const sign = () => withLock(pool, (client) => signHeads(client, signer, checkpointsFile, aside));
  const before = await sign();
  if (!before) return { sealed: 0, faults: [] };
  const batch = await withLock(pool, (client) => sealBatch(client, signer, batchSize, aside));
  const after = batch && batch.sealed > 0 ? await sign() : [];
  return { sealed: batch?.sealed ?? 0, faults: [...before, ...(batch?.faults ?? []), ...(after ?? [])] };
}

const DEFAULT_BATCH = 5_000;
const nothingAside = (): SetAside => ({ organizations: new Set(), events: new Set() });

/** What the sealer and the verifier work with; the timeouts end a connection whose other side is gone. */
export function openSealPool(url: string): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: 10_000,
    query_timeout: 120_000,
    keepAlive: true,
    options: '-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000',
  });
  outliveRestarts(pool);
  return pool;
}

/** pg's pool listens for the errors of idle connections only; one that is lost at work would end the process. */
function outliveRestarts(pool: Pool): void {
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
}

/** In one transaction, so that the lock goes with it however it ends; undefined while another process holds the lock. */
async function withLock<Result>(
  pool: Pool,
  work: (client: ClientBase) => Promise<Result>,
): Promise<Result | undefined> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const { rows } = await client.query(`SELECT pg_try_advisory_xact_lock(hashtext('attestry.seal')) AS locked`);
    const result = rows[0].locked ? await work(client) : undefined;
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** PostgreSQL being away for an hour is one line in the log, not 7,200. */
function onceInARow(onError: (error: unknown) => void): (error: unknown) => void {
  let last: string | undefined;
  return (error) => {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== last) onError(error);
    last = message;
  };
}
