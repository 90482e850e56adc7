import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { signerFrom } from '../../apps/api/src/audit/checkpoint.ts';
import { sealOnce } from '../../apps/api/src/audit/sealer.ts';
import type { Environment } from '../environment.ts';
import { type Figure, rounded } from '../measure.ts';

const EVENTS = 20_000;

/** Events sealed per second, against PostgreSQL only reading and hashing the same events. */
export async function sealer(env: Environment): Promise<Record<string, Figure>> {
  const pool = new pg.Pool({ connectionString: env.urlOf('app_seal'), max: 2 });
  pool.on('error', () => {});
  const signer = signerFrom(
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  );
  // An organization of its own: what the running sealer has done stays its.
  const { rows } = await env.admin.query('SELECT id FROM app.organization WHERE id <> $1 LIMIT 1', [env.orgId]);
  const client = await env.admin.connect();
  await client.query('BEGIN');
  await client.query(
    `SELECT set_config('app.org_id', $1, true), set_config('app.actor', 'system:bench', true), set_config('app.command', 'bench', true)`,
    [rows[0].id],
  );
  await client.query(
    `SELECT count(audit.append('ai_system', n::text, 'note', jsonb_build_object('n', n, 'text', repeat('x', 800)))) FROM generate_series(1, ${EVENTS}) n`,
  );
  await client.query('COMMIT');
  const began = performance.now();
  let sealed = 0;
  while (sealed < EVENTS) {
    const batch = await sealOnce(pool, signer, { checkpointsFile: join(env.dataDir, 'bench-checkpoints.log') });
    if (batch.faults.length > 0) throw new Error(batch.faults.join('\n'));
    if (batch.sealed === 0) break;
    sealed += batch.sealed;
  }
  const seconds = (performance.now() - began) / 1000;
  const floorBegan = performance.now();
  await client.query(
    `SELECT count(sha256(convert_to(header, 'UTF8'))), count(sha256(salt || convert_to(payload, 'UTF8'))) FROM audit.event WHERE org_id = $1`,
    [rows[0].id],
  );
  const floorSeconds = (performance.now() - floorBegan) / 1000;
  client.release();
  await pool.end();
  const value = rounded(sealed / seconds, 0);
  const floor = rounded(EVENTS / floorSeconds, 0);
  return {
    sealer: { value, unit: 'events/s', floor, ratio: rounded(value / floor), target: 'reported', ok: sealed >= EVENTS },
  };
}
