import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ClientBase } from 'pg';
import { signerFrom } from '../../apps/api/src/audit/checkpoint.ts';
import { openSealPool, sealOnce } from '../../apps/api/src/audit/sealer.ts';
import type { Environment } from '../environment.ts';
import { type Figure, rounded } from '../measure.ts';

const EVENTS = 20_000;
const APPEND = `SELECT count(audit.append('ai_system', n::text, 'note', jsonb_build_object('n', n, 'text', repeat('x', 800))))
  FROM generate_series(1, ${EVENTS}) n`;
const HASH = `SELECT count(sha256(convert_to(header, 'UTF8'))), count(sha256(salt || convert_to(payload, 'UTF8')))
  FROM audit.event WHERE org_id = $1`;

/** Events sealed per second, against PostgreSQL only reading and hashing the same events. */
export async function sealer(env: Environment): Promise<Record<string, Figure>> {
  const { rows } = await env.admin.query('SELECT id FROM app.organization WHERE id <> $1 LIMIT 1', [env.orgId]);
  const client = await env.admin.connect();
  try {
    await append(client, rows[0].id);
    const seconds = await timed(() => sealAll(env));
    const floorSeconds = await timed(() => client.query(HASH, [rows[0].id]));
    const value = rounded(EVENTS / seconds, 0);
    const floor = rounded(EVENTS / floorSeconds, 0);
    return { sealer: { value, unit: 'events/s', floor, ratio: rounded(value / floor), target: 'reported', ok: true } };
  } finally {
    client.release();
  }
}

async function append(client: ClientBase, orgId: string): Promise<void> {
  await client.query('BEGIN');
  await client.query(
    `SELECT set_config('app.org_id', $1, true), set_config('app.actor', 'system:bench', true), set_config('app.command', 'bench', true)`,
    [orgId],
  );
  await client.query(APPEND);
  await client.query('COMMIT');
}

async function sealAll(env: Environment): Promise<void> {
  const pool = openSealPool(env.urlOf('app_seal'));
  const signer = signerFrom(readFileSync(env.logKeyFile, 'utf8'));
  try {
    for (let sealed = 0; sealed < EVENTS; ) {
      const batch = await sealOnce(pool, signer, { checkpointsFile: join(env.dataDir, 'checkpoints.log') });
      if (batch.faults.length > 0) throw new Error(batch.faults.join('\n'));
      if (batch.sealed === 0) throw new Error(`only ${sealed} of ${EVENTS} events were sealed`);
      sealed += batch.sealed;
    }
  } finally {
    await pool.end();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
