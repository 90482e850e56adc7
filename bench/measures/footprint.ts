import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Environment } from '../environment.ts';
import { type Figure, median, rounded } from '../measure.ts';

/** Resident memory of fresh, idle processes, in MB (Linux). */
export async function rss(env: Environment): Promise<Record<string, Figure>> {
  const api = await idle(env, 'main.js');
  const worker = await idle(env, 'worker.js');
  return {
    'rss-api': { value: api, unit: 'MB idle', floor: null, ratio: null, target: '≤ 200 MB', ok: api <= 200 },
    'rss-worker': { value: worker, unit: 'MB idle', floor: null, ratio: null, target: 'reported', ok: true },
  };
}

async function idle(env: Environment, script: string): Promise<number> {
  const { child } = await env.process(script, { PORT: '0' });
  await delay(3_000);
  const resident = rssOf(child.pid!);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return resident;
}

export function rssOf(pid: number): number {
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return rounded(Number(match![1]) / 1024, 0);
}

/** From spawn to ready, against a Node that only loads an empty file. */
export async function coldstart(env: Environment): Promise<Record<string, Figure>> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { child, readyMs } = await env.process('main.js', { PORT: '0' });
    times.push(readyMs);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  return {
    coldstart: {
      value: rounded(median(times), 0),
      unit: 'ms until the API is ready',
      floor: null,
      ratio: null,
      target: 'reported',
      ok: true,
    },
  };
}

/** What a browser fetches before the first page shows: scripts and styles that index.html names, gzipped. */
export async function web(): Promise<Record<string, Figure>> {
  const root = join(import.meta.dirname, '../../apps/web/dist/public');
  if (!existsSync(root)) throw new Error('the web client is not built');
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]!);
  const bytes = [...new Set(files)].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(root, file)), { level: 9 }).length,
    0,
  );
  const value = rounded(bytes / 1000, 0);
  return {
    web: { value, unit: 'kB gzip at first load', floor: null, ratio: null, target: '≤ 250 kB', ok: value <= 250 },
  };
}
