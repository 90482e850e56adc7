import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Server {
  readonly base: string;
  /** Prints once, works once. */
  readonly setUpLink: string;
  stop(): Promise<void>;
}

/** The product as `npm start` runs it, with a data directory and a port of its own. */
export async function startServer(): Promise<Server> {
  const program = resolve(import.meta.dirname, '../../api/dist/start.js');
  if (!existsSync(program)) throw new Error(`${program} is missing: build first (npm test does).`);
  const dataDir = join(tmpdir(), `attestry-journey-${process.pid}-${Date.now()}`);
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    env: { ...environment(), ATTESTRY_DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const link = await printed(child, /http:\/\/\S+\/set-up#\S+/);
    return {
      base: `http://127.0.0.1:${port}`,
      setUpLink: link,
      stop: async () => {
        await ended(child);
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await ended(child);
    throw error;
  }
}

/** Nothing of a database or mail server that the machine happens to be set up with. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(.*DATABASE_URL|REDIS_URL|SMTP_|S3_|OIDC_|BASE_URL|VITEST|NODE_ENV)/.test(name),
  );
  return Object.fromEntries(kept);
}

function printed(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
      const [match] = wanted.exec(said) ?? [];
      if (match) found(match);
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', (code) => failed(new Error(`The server ended with exit code ${code}:\n${said}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await exit;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
