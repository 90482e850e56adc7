import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Environment } from '../environment.ts';
import { type Figure, fire, rounded } from '../measure.ts';

const CREATE = 'mutation ($facts: AiSystemFactsInput!) { createAiSystem(facts: $facts) { id } }';

/** Systems created with their audit event, 16 connections; each answer must be a row and an event. */
export async function create(env: Environment): Promise<Record<string, Figure>> {
  const count = async (table: string) =>
    (await env.admin.query(`SELECT count(*)::int AS n FROM ${table} WHERE org_id = $1`, [env.orgId])).rows[0]
      .n as number;
  const before = { rows: await count('app.ai_system'), events: await count('audit.event') };
  const body = JSON.stringify({ query: CREATE, variables: { facts: { name: 'Created under load', phi: 'yes' } } });
  const load = { url: `${env.apiUrl}/graphql`, method: 'POST', headers: env.headers, body } as const;
  await fire(load, 1);
  const { perSecond, failed } = await fire(load, 6);
  await delay(500);
  const made = (await count('app.ai_system')) - before.rows;
  const events = (await count('audit.event')) - before.events;
  const floor = await insertsPerSecond(env);
  return {
    create: {
      value: rounded(perSecond, 0),
      unit: 'creates/s',
      floor,
      ratio: rounded(perSecond / floor),
      target: '≥ 500/s',
      ok: perSecond >= 500 && failed === 0,
    },
    'create-lost': {
      value: made - events,
      unit: 'events missing',
      floor: null,
      ratio: null,
      target: '0',
      ok: made === events,
    },
  };
}

/** The same rows by bare INSERTs from one process with as many connections: no API, no audit. */
async function insertsPerSecond(env: Environment): Promise<number> {
  const pg = await import('pg');
  const pool = new pg.default.Pool({ connectionString: env.adminUrl, max: 16 });
  pool.on('connect', (client) => void client.query('SET session_replication_role = replica'));
  const insert = `INSERT INTO app.ai_system (org_id, name, stage, origin, deployment, phi, phi_volume, vulnerable_population, decision_role,
    clinical_impact, vendor_training_rights, criticality, fda_status, decision_support_tool, tier, tier_rule_version)
    VALUES ($1, 'Floor', 'discovered', 'unknown', 'unknown', 'yes', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 3, 1)`;
  const until = performance.now() + 4_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (performance.now() < until) {
        await pool.query({ name: 'floor', text: insert, values: [env.orgId] });
        done += 1;
      }
    }),
  );
  await pool.end();
  return rounded(done / 4, 0);
}

const FEDERAL = join(
  import.meta.dirname,
  '../../../shared/data/inventories/2025_individually_reported_AI_use_cases.csv',
);

/** Upload, check and apply of the 3,611 rows of the federal inventory (or as many made-up ones where it is missing). */
export async function imports(env: Environment): Promise<Record<string, Figure>> {
  await env.startWorker();
  const content = existsSync(FEDERAL) ? readFileSync(FEDERAL) : madeUp(3_611);
  const began = performance.now();
  const form = new FormData();
  form.set('file', new Blob([content]), 'inventory.csv');
  const { 'content-type': _, ...headers } = env.headers;
  const { id } = (await (await fetch(`${env.apiUrl}/imports`, { method: 'POST', headers, body: form })).json()) as {
    id: string;
  };
  const uploaded = await waitFor(env, id, ['uploaded']);
  await env.ask('mutation ($input: CheckImportInput!) { checkImport(input: $input) { id } }', {
    input: { id, version: uploaded.version, mapping: uploaded.mapping },
  });
  const checked = await waitFor(env, id, ['checked', 'failed']);
  await env.ask('mutation ($input: ImportStepInput!) { applyImport(input: $input) { id } }', {
    input: { id, version: checked.version },
  });
  const applied = await waitFor(env, id, ['applied', 'checked', 'failed']);
  const seconds = (performance.now() - began) / 1000;
  if (applied.status !== 'applied') throw new Error(`the import ended as ${applied.status}: ${applied.problem}`);
  return {
    import: {
      value: rounded(seconds),
      unit: `s for ${applied.created} rows`,
      floor: null,
      ratio: null,
      target: '≤ 10 s',
      ok: seconds <= 10,
    },
    'import-rate': {
      value: rounded(applied.created / seconds, 0),
      unit: 'rows/s',
      floor: null,
      ratio: null,
      target: 'reported',
      ok: true,
    },
  };
}

interface Import {
  version: number;
  status: string;
  problem: string;
  mapping: unknown;
  created: number;
}

async function waitFor(env: Environment, id: string, statuses: string[]): Promise<Import> {
  for (;;) {
    const { dataImport } = await env.ask<{ dataImport: Import }>(
      'query ($id: ID!) { dataImport(id: $id) { version status problem mapping created } }',
      { id },
    );
    if (statuses.includes(dataImport.status)) return dataImport;
    await delay(50);
  }
}

const madeUp = (rows: number) =>
  `Name,Department,PHI?,Stage,Purpose\n${Array.from({ length: rows }, (_, n) => `System ${n},Department ${n % 30},yes,Live,${'Summarizes charts. '.repeat(20)}`).join('\n')}\n`;
