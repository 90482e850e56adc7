import { createHash, randomUUID } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from './start-error.ts';

export interface InstanceLock {
  /** The last instance ended without letting go, so its processes may still be on their way out. */
  readonly takenOver: boolean;
  release(): Promise<void>;
}

/**
 * A listening socket is the lock: the kernel lets go of it when the process dies, however it dies, and whoever
 * connects learns who holds it. A pid file would have to be believed.
 */
export async function takeInstanceLock(directory: string): Promise<InstanceLock> {
  for (const path of candidatePaths(directory)) {
    const lock = await lockAt(path, directory);
    if (lock) return lock;
  }
  throw new StartError(`The data directory ${directory} cannot be locked: no socket can be made for it.`);
}

async function lockAt(path: string, directory: string): Promise<InstanceLock | undefined> {
  const identity = `${process.pid} ${randomUUID()}`;
  let takenOver = false;
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = createServer((socket) => socket.on('error', () => {}).end(identity));
    const failure = await listen(server, path);
    if (!failure) {
      if (takenOver) await proveOurs(path, identity, directory);
      server.unref();
      return { takenOver, release: () => new Promise((done) => server.close(() => done())) };
    }
    if (failure !== 'EADDRINUSE') return undefined;
    const holder = await ask(path);
    if (holder) throw anotherInstance(holder, directory);
    takenOver = true;
    rmSync(path, { force: true });
  }
  return undefined;
}

/** Two instances may both have found the stale socket; the one whose socket was removed by the other learns it here. */
async function proveOurs(path: string, identity: string, directory: string): Promise<void> {
  await delay(150);
  const holder = await ask(path);
  if (holder !== identity) throw anotherInstance(holder ?? 'unknown', directory);
}

const anotherInstance = (holder: string, directory: string) =>
  new StartError(`Another Attestry is running on the data directory ${directory} (pid ${holder.split(' ')[0]}).`);

function listen(server: Server, path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    server.listen(path, () => resolve(undefined));
  });
}

function ask(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    let connected = false;
    const socket = connect(path, () => {
      connected = true;
    });
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer || (connected ? 'unknown' : undefined)));
  });
}

/** A socket path holds 107 bytes at most, and not every file system can hold a socket. */
function candidatePaths(directory: string): string[] {
  const name = `attestry-${createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return [`\\\\.\\pipe\\${name}`];
  const inside = join(directory, 'instance.sock');
  const outside = join(tmpdir(), `${name}.sock`);
  return Buffer.byteLength(inside) <= 103 ? [inside, outside] : [outside];
}
