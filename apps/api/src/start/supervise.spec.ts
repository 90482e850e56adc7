import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freePort } from './free-port.ts';

/** Stands for the API: answers with its number and with what of the environment it must not know. */
const main = `
  import { createServer } from 'node:http';
  const answer = JSON.stringify({ pid: process.pid, owner: process.env.DATABASE_URL ?? null, seal: process.env.SEAL_DATABASE_URL ?? null });
  createServer((_, response) => response.end(answer)).listen(process.env.PORT, process.env.HOST, () => process.send({ ready: true }));
  process.on('disconnect', () => process.exit());
  process.on('SIGTERM', () => process.exit());`;
/** Stands for a worker that does not end when told, and leaves a child. */
const stubborn = `
  import { spawn } from 'node:child_process';
  import { writeFileSync } from 'node:fs';
  const child = spawn('sleep', ['300'], { stdio: 'ignore' });
  writeFileSync(process.env.ATTESTRY_DATA_DIR + '/worker.pids', process.pid + ' ' + child.pid);
  process.on('SIGTERM', () => {});
  process.on('disconnect', () => { child.kill(); process.exit(); });
  process.send({ ready: true });
  setInterval(() => {}, 1000);`;
const attestry = `if (process.argv[2] === 'setup-link') console.log('http://localhost/set-up/token');`;

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  printed(): string;
  complaints(): string;
  says(text: string): Promise<void>;
}

let folder: string;
let port: number;
let started: Run[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attestry-test-'));
  // As root, PostgreSQL runs as another user, who must get through.
  chmodSync(folder, 0o711);
  port = await freePort();
  const supervisor = join(import.meta.dirname, 'supervise.ts');
  write({
    'package.json': '{ "type": "module" }',
    'start.ts': `import { supervise } from ${JSON.stringify(supervisor)};\nprocess.exit(await supervise(process.env, import.meta.dirname));`,
    'main.js': main,
    'worker.js': stubborn,
    'attestry.js': attestry,
  });
});
afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGTERM');
    await ended;
  }
  started = [];
  rmSync(folder, { recursive: true });
});

it('brings everything up, restarts what dies, and leaves nothing behind', async () => {
  const first = start();
  await first.says('Attestry is running.');
  expect(first.printed()).toContain(`http://localhost:${port}`);
  expect(first.printed()).toContain('http://localhost/set-up/token');
  const api = await ask();
  expect(api).toMatchObject({ owner: null, seal: null });

  const second = start({ PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.complaints()).toBe(
    `Another Attestry is running on the data directory ${join(folder, 'data')} (pid ${first.child.pid}).\n`,
  );

  process.kill(api.pid, 'SIGKILL');
  await first.says('The API ended (SIGKILL) and is started again.');
  await expect
    .poll(
      () =>
        ask()
          .then(({ pid }) => pid !== api.pid)
          .catch(() => false),
      { timeout: 10_000 },
    )
    .toBe(true);

  const begun = Date.now();
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(Date.now() - begun).toBeLessThan(10_000);
  await expect.poll(() => [...pidsIn('worker.pids'), api.pid].filter(isAlive), { timeout: 2000 }).toEqual([]);
  await expect(ask()).rejects.toThrow();
}, 60_000);

it('starts again after kill -9, although the last API still has the port', async () => {
  write({
    'main.js': main.replace(
      "('disconnect', () => process.exit())",
      "('disconnect', () => setTimeout(() => process.exit(), 1500))",
    ),
  });
  const first = start();
  await first.says('Attestry is running.');
  first.child.kill('SIGKILL');
  await first.ended;
  await start().says('Attestry is running.');
}, 60_000);

it('says that the port is busy, and nothing else', async () => {
  const other = createServer().listen(port);
  const attempt = start();
  expect(await attempt.ended).toBe(1);
  expect(attempt.printed()).toBe('');
  expect(attempt.complaints()).toBe(`Port ${port} is in use by another program: set PORT= to a free one.\n`);
  other.close();
}, 30_000);

it('refuses a placeholder and lists every error before anything starts', async () => {
  const attempt = start({ DATABASE_URL: 'postgresql://owner:changeme@db/attestry', BASE_URL: 'x' });
  expect(await attempt.ended).toBe(1);
  expect(attempt.complaints()).toMatch(/BASE_URL must.*\n.*DATABASE_URL holds the placeholder "changeme"/);
}, 30_000);

it('gives up on a process that keeps dying', async () => {
  write({ 'worker.js': 'process.exit(7);' });
  const attempt = start();
  expect(await attempt.ended).toBe(1);
  expect(attempt.complaints()).toMatch(/The worker ended \(exit code 7\) 5 times in a minute; see .*worker\.log\.\n$/);
  expect(attempt.printed()).toBe('');
}, 60_000);

it('shows why a migration failed', async () => {
  write({ 'attestry.js': `console.error('0003-roles.sql: role is missing'); process.exit(1);` });
  const attempt = start();
  expect(await attempt.ended).toBe(1);
  expect(attempt.complaints()).toBe('"migrate" failed: 0003-roles.sql: role is missing\n');
}, 30_000);

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function start(more: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(folder, 'start.ts')], {
    env: { PATH: process.env.PATH, PORT: String(port), ATTESTRY_DATA_DIR: join(folder, 'data'), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = collect(child.stdout);
  const complaints = collect(child.stderr);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const run = { child, printed, complaints, ended, says };
  started.push(run);
  return run;

  async function says(text: string): Promise<void> {
    while (!(printed() + complaints()).includes(text)) {
      if (child.exitCode !== null) throw new Error(`It ended: ${complaints()}`);
      await delay(50);
    }
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.on('data', (chunk) => {
    text += chunk;
  });
  return () => text;
}

async function ask(): Promise<{ pid: number; owner: string | null; seal: string | null }> {
  return (await fetch(`http://127.0.0.1:${port}`)).json() as Promise<{ pid: number; owner: null; seal: null }>;
}

const pidsIn = (file: string) =>
  readFileSync(join(folder, 'data', file), 'utf8')
    .split(' ')
    .map(Number);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
