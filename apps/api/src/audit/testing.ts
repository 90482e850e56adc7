import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg, { type ClientBase, type Pool } from 'pg';
import { testDatabase } from '../../test/database.ts';
import { type LogSigner, signerFrom } from './checkpoint.ts';
import { openSealPool, sealOnce } from './sealer.ts';

/** A database with a log in it, and every way in that a test needs. */
export async function testLog() {
  const database = await testDatabase();
  const directory = await mkdtemp(join(tmpdir(), 'attestry-log-'));
  const admin = quietPool(database.admin);
  const app = quietPool(database.app);
  const seal = openSealPool(database.seal);
  const signer = newSigner();
  const checkpointsFile = join(directory, 'checkpoints.log');
  const log = {
    database,
    admin,
    app,
    seal,
    signer,
    checkpointsFile,

    /** Until nothing waits; the faults that were named. */
    async sealAll(batchSize?: number): Promise<string[]> {
      const faults: string[] = [];
      for (;;) {
        const result = await sealOnce(seal, signer, { checkpointsFile, batchSize });
        faults.push(...result.faults);
        if (result.sealed === 0) return faults;
      }
    },

    /** As an intruder with the server's own rights would: no trigger runs, no key is checked. */
    async tamper(sql: string, values: unknown[] = []): Promise<number> {
      const client = await admin.connect();
      try {
        await client.query(`SET session_replication_role = replica`);
        return (await client.query(sql, values)).rowCount ?? 0;
      } finally {
        client.release(true);
      }
    },

    async count(table: string): Promise<number> {
      return Number((await admin.query(`SELECT count(*) FROM ${table}`)).rows[0].count);
    },

    async organization(systems = 0): Promise<string> {
      const orgId = randomUUID();
      await asMember(app, orgId, async (client) => {
        await client.query(
          `INSERT INTO app.organization (id, name, kind) VALUES ($1, 'Harbour Clinic', 'covered_entity')`,
          [orgId],
        );
        for (let i = 0; i < systems; i += 1) await addSystem(client, orgId, `System ${i}`);
      });
      return orgId;
    },

    async close(): Promise<void> {
      await Promise.all([admin.end(), app.end(), seal.end()]);
      await database.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
  return log;
}

export const newSigner = (): LogSigner =>
  signerFrom(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);

export function quietPool(url: string, max = 5): Pool {
  const pool = new pg.Pool({ connectionString: url, max, options: '-c timezone=UTC' });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export async function asMember<T>(pool: Pool, orgId: string, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('app.org_id', $1, true), set_config('app.actor', 'member', true),
         set_config('app.command', 'test.write', true), set_config('app.request_id', 'r', true)`,
      [orgId],
    );
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

export async function addSystem(client: ClientBase, orgId: string, name: string): Promise<string> {
  const { rows } = await client.query(
    `INSERT INTO app.ai_system (org_id, name, stage, origin, deployment, phi, phi_volume, vulnerable_population, decision_role,
       clinical_impact, vendor_training_rights, criticality, fda_status, decision_support_tool, tier, tier_rule_version)
     VALUES ($1, $2, 'live', 'vendor', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown',
       'unknown', 'unknown', 1, 1) RETURNING id`,
    [orgId, name],
  );
  return rows[0].id;
}
