import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Server {
  readonly base: string;
  /** Prints once, works once. */
  readonly setUpLink: string | undefined;
  readonly pid: number;
  /** Ends it as Ctrl-C does; answers the exit code. Without `keep` its data go too. */
  stop(keep?: 'keep'): Promise<number | null>;
}

export interface ServerOptions {
  /** Of an earlier run, to start on its data again. */
  readonly dataDir?: string;
  readonly host?: string;
}

/** The product as `npm start` runs it, with a data directory and a port of its own. */
export async function startServer({
  dataDir = freshDirectory(),
  host = '127.0.0.1',
}: ServerOptions = {}): Promise<Server> {
  const program = resolve(import.meta.dirname, '../../api/dist/start.js');
  if (!existsSync(program)) throw new Error(`${program} is missing: build first (npm test does).`);
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    env: { ...environment(), ATTESTRY_DATA_DIR: dataDir, HOST: host, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const said = await printed(child, /Ctrl-C stops everything/);
    return {
      base: `http://127.0.0.1:${port}`,
      setUpLink: /http:\/\/\S+\/set-up#\S+/.exec(said)?.[0],
      pid: child.pid!,
      stop: async (keep) => {
        const code = await ended(child);
        if (!keep) await rm(dataDir, { recursive: true, force: true });
        return code;
      },
    };
  } catch (error) {
    await ended(child);
    throw error;
  }
}

/** A name only: the product makes the directory. */
export const freshDirectory = () => join(tmpdir(), `attestry-journey-${process.pid}-${Date.now()}`);

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
      if (wanted.test(said)) found(said);
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', (code) => failed(new Error(`The server ended with exit code ${code}:\n${said}`)));
  });
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  child.kill('SIGINT');
  return exit;
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
