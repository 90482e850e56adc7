import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InstanceLock, takeInstanceLock } from './instance-lock.ts';
import { StartError, startErrorFor } from './start-error.ts';

export interface DataDirectory extends InstanceLock {
  readonly path: string;
}

/** Room for one write-ahead log segment, a checkpoint and the log files: below this PostgreSQL stops half-way. */
const leastFreeBytes = 256 * 1024 * 1024;

/** Creates the directory, proves that it can be written to, and holds it against a second instance. */
export async function openDataDirectory(path: string, { freeBytes = freeBytesOf } = {}): Promise<DataDirectory> {
  try {
    mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o700 });
    // PostgreSQL runs as another user when we are root, and must be able to pass through.
    chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
    const probe = join(path, `.write-test-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw startErrorFor(error, `The data directory ${path} cannot be written to`);
  }
  const free = freeBytes(path);
  if (free < leastFreeBytes) {
    const megabytes = Math.floor(free / 1024 / 1024);
    throw new StartError(`The disk of the data directory ${path} is full: ${megabytes} MB free, 256 MB needed.`);
  }
  return { path, ...(await takeInstanceLock(path)) };
}

function freeBytesOf(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
