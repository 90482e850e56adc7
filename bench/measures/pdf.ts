import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { createServer } from 'vite';
import type { Environment } from '../environment.ts';
import { type Figure, rounded } from '../measure.ts';
import { rssOf } from './footprint.ts';

const SYSTEMS = 500;

/** Inventory report of 500 systems through API and worker, and what the worker's memory grew by. */
export async function pdf(env: Environment): Promise<Record<string, Figure>> {
  const { child } = await env.startWorker();
  await build(env, 1);
  const before = rssOf(child.pid!);
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, rssOf(child.pid!))), 100);
  const began = performance.now();
  await build(env, SYSTEMS);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  const floor = await bareChromium();
  const grown = peak - before;
  return {
    pdf: {
      value: rounded(seconds),
      unit: `s for ${SYSTEMS} systems`,
      floor: rounded(floor.seconds),
      ratio: rounded(seconds / floor.seconds),
      target: '≤ 15 s',
      ok: seconds <= 15,
    },
    'pdf-pages': {
      value: rounded(floor.pages / seconds),
      unit: 'pages/s',
      floor: rounded(floor.pages / floor.seconds),
      ratio: rounded(floor.seconds / seconds),
      target: 'reported',
      ok: true,
    },
    'pdf-memory': {
      value: grown,
      unit: 'MB worker RSS growth',
      floor: null,
      ratio: null,
      target: '≤ 300 MB',
      ok: grown <= 300,
    },
  };
}

/** Asks for the report of `count` systems: a department of its own holds them. */
async function build(env: Environment, count: number): Promise<void> {
  const department = `Report of ${count}`;
  const client = await env.admin.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(
    `UPDATE app.ai_system SET department = $3, phi = 'yes' WHERE (org_id, id) IN
      (SELECT org_id, id FROM app.ai_system WHERE org_id = $1 AND name LIKE 'AI system %' ORDER BY id LIMIT $2)`,
    [env.orgId, count, department],
  );
  client.release(true);
  const { requestReport } = await env.ask<{ requestReport: { id: string } }>(
    'mutation ($input: RequestReportInput!) { requestReport(input: $input) { id } }',
    { input: { kind: 'inventory', formats: ['pdf'], filter: { department: [department] } } },
  );
  for (;;) {
    const { report } = await env.ask<{ report: { status: string; problem: string } }>(
      'query ($id: ID!) { report(id: $id) { status problem } }',
      { id: requestReport.id },
    );
    if (report.status === 'done') return;
    if (report.status !== 'queued') throw new Error(`the report ended as ${report.status}: ${report.problem}`);
    await delay(50);
  }
}

/** Chromium printing a finished report of as many systems: no data, no template, no metadata. */
async function bareChromium(): Promise<{ seconds: number; pages: number }> {
  const vite = await createServer({
    configFile: false,
    root: join(import.meta.dirname, '../../libs/reports'),
    server: { middlewareMode: true, ws: false },
    appType: 'custom',
    logLevel: 'error',
  });
  const directory = await mkdtemp(join(tmpdir(), 'attestry-pdf-'));
  try {
    const { createPdfPrinter } = await vite.ssrLoadModule('/src/pdf.ts');
    const { inventoryHtml } = await vite.ssrLoadModule('/src/inventory/report.ts');
    const { sampleReport } = await vite.ssrLoadModule('/src/inventory/sample-systems.ts');
    const printer = createPdfPrinter();
    const options = {
      path: join(directory, 'floor.pdf'),
      description: { title: 'Floor', author: '', language: 'en-US', createdAt: new Date().toISOString() },
    };
    const html = inventoryHtml(sampleReport(SYSTEMS));
    await printer.print('<p>warm</p>', options);
    const began = performance.now();
    const { pages } = await printer.print(html, options);
    const seconds = (performance.now() - began) / 1000;
    await printer.close();
    return { seconds, pages };
  } finally {
    await vite.close();
    await rm(directory, { recursive: true, force: true });
  }
}
