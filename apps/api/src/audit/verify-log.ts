import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { ClientBase, Pool } from 'pg';
import { installationOf } from './checkpoint.ts';
import { type Finding, Findings } from './findings.ts';
import { verifyInstallation } from './verify-installation.ts';
import { type LogReader, verifyOrganization } from './verify-organization.ts';
import { verifyRecords } from './verify-records.ts';

export interface LogPools {
  /** As app_seal: reads every organization's log. */
  readonly seal: Pool;
  /** As app_rw: reads one organization's records at a time, as the application does. */
  readonly app: Pool;
}

export interface VerifyOptions {
  readonly publicKey: KeyObject;
  /** Signed checkpoints that are kept outside the database; without them a removed tail cannot be noticed. */
  readonly checkpointsFile?: string;
  /** How long an event may wait for the sealer. */
  readonly patienceSeconds?: number;
}

export interface Verification {
  readonly organizations: number;
  readonly events: number;
  readonly findings: readonly Finding[];
}

/** Recomputes the whole log from the stored bytes and compares it with all that was signed, and with the records. */
export async function verifyLog(pools: LogPools, options: VerifyOptions): Promise<Verification> {
  const { publicKey, checkpointsFile, patienceSeconds = 30 } = options;
  const installation = new Findings();
  const fileExists = checkpointsFile !== undefined && existsSync(checkpointsFile);
  const findings: Finding[] = [];
  let organizations = 0;
  let events = 0;
  await atOneMoment(pools.seal, async (client) => {
    const reader: LogReader = { client, publicKey, installation: installationOf(publicKey), patienceSeconds };
    for (const orgId of await organizationsIn(client)) {
      const own = new Findings(orgId);
      const verified = await verifyOrganization(reader, orgId, own);
      await atOneMoment(pools.app, async (app) => {
        await app.query(`SELECT set_config('app.org_id', $1, true)`, [orgId]);
        await verifyRecords(app, orgId, own);
      });
      findings.push(...own.close());
      organizations += 1;
      events += verified.events;
    }
    await verifyInstallation(reader, fileExists ? checkpointsFile : undefined, installation);
    if (!fileExists && checkpointsFile !== undefined && events > 0) {
      installation.add(`${checkpointsFile} is missing: without it a removed tail cannot be noticed`);
    }
  });
  return { organizations, events, findings: [...findings, ...installation.close()] };
}

async function organizationsIn(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ org_id: string }>(
    `SELECT audit.organizations() AS org_id UNION SELECT org_id FROM audit.event UNION SELECT org_id FROM audit.unsealed
     UNION SELECT org_id FROM audit.leaf UNION SELECT org_id FROM audit.checkpoint
     UNION SELECT org_id FROM audit.installation_leaf ORDER BY 1`,
  );
  return rows.map((row) => row.org_id);
}

async function atOneMoment<Result>(pool: Pool, work: (client: ClientBase) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL statement_timeout = 0');
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    return await work(client);
  } finally {
    // Nothing was written: closing the connection ends it, whatever state it is in.
    client.release(true);
  }
}
