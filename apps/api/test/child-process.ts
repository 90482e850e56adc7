import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Child {
  readonly url: string;
  /** What it wrote to stdout and stderr so far. */
  output(): string;
  /** Ends it and answers when it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** A further process of ours on the database of the test app that was started last. */
export async function startChild(entry: 'main' | 'worker', env: Record<string, string> = {}): Promise<Child> {
  const port = await freePort();
  const child = fork(join(import.meta.dirname, 'run-entry.mjs'), [`/src/${entry}.ts`], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ...env },
    execArgv: [],
    silent: true,
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream!.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const gone = once(child, 'exit');
  await Promise.race([isReady(child), gone.then(() => Promise.reject(new Error(`${entry} ended: ${said.join('')}`)))]);
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => said.join(''),
    async kill(signal) {
      child.kill(signal);
      await gone;
    },
  };
}

const isReady = (child: ChildProcess) =>
  new Promise<void>((resolve) => child.on('message', (message) => (message as { ready?: boolean }).ready && resolve()));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
