import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresPrograms } from './postgres-programs.ts';
import { closedTo, type SystemUser } from './postgres-user.ts';
import { StartError, startErrorFor } from './start-error.ts';

export interface Cluster {
  readonly directory: string;
  readonly programs: PostgresPrograms;
  readonly user: SystemUser | undefined;
}

const run = promisify(execFile);
const asUser = ({ user, directory }: Cluster) => ({ cwd: directory, ...(user && { uid: user.uid, gid: user.gid }) });

/** Made beside its place and moved there when complete, so that a half-made cluster is never mistaken for one. */
export async function makeCluster(cluster: Cluster, password: string): Promise<void> {
  const { directory, programs, user } = cluster;
  refuseUnreachable(directory, user);
  const made = existsSync(join(directory, 'PG_VERSION'));
  if (made) return refuseOtherVersion(directory, programs.version);
  if (existsSync(directory)) removeEmpty(directory);
  const beginning = `${directory}.new`;
  rmSync(beginning, { recursive: true, force: true });
  mkdirSync(beginning, { mode: 0o700 });
  const passwordFile = `${beginning}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [beginning, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    await run(
      programs.initdb,
      [...initArguments, `--pwfile=${passwordFile}`, '-D', beginning],
      asUser({ ...cluster, directory: beginning }),
    );
    renameSync(beginning, directory);
  } catch (error) {
    throw startErrorFor(new Error(lastWordsOf(error)), 'PostgreSQL cannot create its database');
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(beginning, { recursive: true, force: true });
  }
}

const initArguments = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--locale=C.UTF-8',
  '--no-instructions',
];

/** A data directory of ours that its user cannot enter is opened for passing through; any other is the owner's to open. */
function refuseUnreachable(directory: string, user: SystemUser | undefined): void {
  if (!user) return;
  const parent = dirname(directory);
  if (closedTo(user, parent) === parent) chmodSync(parent, 0o711);
  const closed = closedTo(user, parent);
  if (closed) {
    throw new StartError(
      `PostgreSQL runs as the user ${user.name}, who cannot enter ${closed}: set ATTESTRY_DATA_DIR to another place.`,
    );
  }
}

function refuseOtherVersion(directory: string, version: string): void {
  const made = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (made !== version.split('.')[0]) {
    throw new StartError(
      `${directory} was made by PostgreSQL ${made}; this release runs ${version}. Dump and restore it.`,
    );
  }
}

function removeEmpty(directory: string): void {
  if (readdirSync(directory).length > 0) throw new StartError(`${directory} is not a PostgreSQL data directory.`);
  rmdirSync(directory);
}

/** `fast` rolls back what is open and writes a checkpoint; `immediate` leaves recovery to the next start. */
export async function stopCluster(cluster: Cluster, mode: 'fast' | 'immediate', seconds: number): Promise<boolean> {
  const { directory, programs } = cluster;
  const stopping = run(
    programs.pgCtl,
    ['stop', '-D', directory, '-m', mode, '-w', '-t', String(seconds)],
    asUser(cluster),
  );
  return stopping.then(
    () => true,
    () => false,
  );
}

/** A server left by a supervisor that was killed. We hold the directory, so it is ours to stop. */
export async function stopOrphan(cluster: Cluster): Promise<void> {
  const file = join(cluster.directory, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [first, ...rest] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(first);
  if (!(await isPostmasterOf(cluster.directory, pid))) return disown(file, rest);
  if (await stopCluster(cluster, 'fast', 20)) return;
  if (await stopCluster(cluster, 'immediate', 10)) return;
  throw new StartError(`A PostgreSQL of an earlier start does not end: stop the process ${pid} and start again.`);
}

/**
 * PostgreSQL waits for whoever has the number in the file, unless it is its own parent: us. The other lines stay, they
 * are how it sees that a process of the dead server still uses the shared memory.
 */
function disown(file: string, rest: readonly string[]): void {
  writeFileSync(file, [String(process.pid), ...rest].join('\n'));
}

/** After a crash the number may belong to someone else's process by now: pg_ctl would signal it all the same. */
async function isPostmasterOf(directory: string, pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    if (process.platform === 'win32') return true;
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`-D\0${directory}\0`);
    return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout.includes(`-D ${directory} `);
  } catch {
    return false;
  }
}

export function lastWordsOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  const lines = (stderr || message).trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? message;
}
