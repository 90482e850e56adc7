import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './free-port.ts';
import { rotate } from './log-files.ts';
import { type Cluster, makeCluster, stopCluster, stopOrphan } from './postgres-cluster.ts';
import { postgresPrograms } from './postgres-programs.ts';
import { postgresUser } from './postgres-user.ts';
import { StartError, startErrorFor } from './start-error.ts';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly password: string;
  readonly database?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly adminUrl: string;
  readonly port: number;
  /** Resolves when the server has ended, asked or not. */
  readonly exited: Promise<void>;
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

export const portFileIn = (dataDir: string) => join(dataDir, 'postgres.port');

/** A PostgreSQL of our own in `<dataDir>/postgres`, on loopback only. The caller holds `dataDir` against others. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(join(options.dataDir, 'logs'), { recursive: true, mode: 0o700 });
  const dataDir = realpathSync(options.dataDir);
  const user = postgresUser();
  const cluster = { directory: join(dataDir, 'postgres'), programs: postgresPrograms(dataDir, user), user };
  await makeCluster(cluster, options.password);
  await stopOrphan(cluster);
  const server = await startUntilUp(cluster, { ...options, dataDir });
  return { ...server, stop: (mode = 'fast') => stop(cluster, server.exited, mode) };
}

/** What a killed server leaves may hold its shared memory a moment longer, and the port of last time may be taken. */
async function startUntilUp(cluster: Cluster, options: EmbeddedPostgresOptions) {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const port = await portFor(options.dataDir);
    const logFile = join(options.dataDir, 'logs', 'postgres.log');
    rotate(logFile);
    const child = launch(cluster, port, logFile, options.settings);
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const url = (database: string) => `postgresql://postgres:${options.password}@127.0.0.1:${port}/${database}`;
    try {
      await untilReachable(url('postgres'), child);
      writeFileSync(portFileIn(options.dataDir), `${port}\n`);
      const database = options.database ?? 'attestry';
      await makeDatabase(url('postgres'), database);
      return { adminUrl: url(database), port, exited };
    } catch (error) {
      const reason = child.exitCode === null ? (error as Error).message : lastFatalIn(logFile);
      if (child.exitCode === null) await stop(cluster, exited, 'fast');
      const passing = /shared memory block|could not bind|Address already in use|lock file "postmaster.pid"/.test(
        reason,
      );
      if (!passing || Date.now() > deadline) throw startErrorFor(new Error(reason), 'PostgreSQL does not start');
      await delay(300);
    }
  }
}

function launch(
  cluster: Cluster,
  port: number,
  logFile: string,
  settings: Readonly<Record<string, string>> = {},
): ChildProcess {
  const { directory, programs, user } = cluster;
  const all = { ...usualSettings, ...settings, port: String(port) };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'a', 0o600);
  // A process group of its own: Ctrl-C in the terminal must reach the API first, and PostgreSQL last, through us.
  const child = spawn(programs.postgres, ['-D', directory, ...args], {
    cwd: directory,
    detached: true,
    stdio: ['ignore', log, log],
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  closeSync(log);
  return child;
}

const usualSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  fsync: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

async function portFor(dataDir: string): Promise<number> {
  const file = portFileIn(dataDir);
  const lastTime = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return freePort(Number.isInteger(lastTime) ? lastTime : 0);
}

/** Recovery after a crash may take minutes: as long as the process lives, it is waited for. */
async function untilReachable(url: string, child: ChildProcess): Promise<void> {
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  while (!failed && child.exitCode === null && child.signalCode === null) {
    const error = await withClient(url, async () => undefined).catch((error: Error & { code?: string }) => error);
    if (!error) return;
    if (error.code === '28P01') throw new StartError('the password in secrets.json is not the one of this database');
    await delay(40);
  }
  throw failed ?? new Error('it ended at once');
}

async function makeDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function stop(cluster: Cluster, exited: Promise<void>, mode: 'fast' | 'immediate'): Promise<void> {
  const stopped = mode === 'fast' && (await stopCluster(cluster, 'fast', 3));
  if (!stopped) await stopCluster(cluster, 'immediate', 2);
  await Promise.race([exited, delay(2000, undefined, { ref: false })]);
}

function lastFatalIn(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').slice(-8000).trim().split('\n');
  const line = lines.findLast((text) => /FATAL|PANIC/.test(text)) ?? lines.at(-1) ?? 'it ended at once';
  return line.replace(/^.*?(FATAL|PANIC): +/, '');
}
