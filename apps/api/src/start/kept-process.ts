import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { keepOutput } from './child-output.ts';
import { NODE_FLAGS } from './node-flags.ts';
import { StartError } from './start-error.ts';

export interface KeptProcess {
  readonly ready: Promise<void>;
  /** Rejects when the process died too often to be started again. */
  readonly gaveUp: Promise<never>;
  stop(graceMs: number, hurried: AbortSignal): Promise<void>;
}

export interface KeptProcessOptions {
  readonly name: string;
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly readyWithinMs?: number;
}

const deathsAllowed = 5;
const withinMs = 60_000;

/**
 * Runs a program and runs it again when it dies. In a process group of its own, so that Ctrl-C in the terminal does not
 * reach it before we decide the order; the message channel ends it when we are killed.
 */
export function keepRunning(options: KeptProcessOptions): KeptProcess {
  const ready = Promise.withResolvers<void>();
  const gaveUp = Promise.withResolvers<never>();
  gaveUp.promise.catch(() => {});
  ready.promise.catch(() => {});
  const deaths: number[] = [];
  let stopping = false;
  let child: ChildProcess | undefined;

  const begin = () => {
    child = launch(options, ready.resolve);
    child.once('exit', (code, signal) => void onExit(code, signal));
  };
  const onExit = async (code: number | null, signal: string | null) => {
    if (stopping) return;
    const now = Date.now();
    deaths.push(now);
    const recent = deaths.filter((at) => at > now - withinMs).length;
    const how = `ended (${signal ?? `exit code ${code}`})`;
    if (recent >= deathsAllowed) {
      const failure = new StartError(`The ${options.name} ${how} ${recent} times in a minute; see ${options.logFile}.`);
      ready.reject(failure);
      return gaveUp.reject(failure);
    }
    process.stderr.write(`The ${options.name} ${how} and is started again.\n`);
    await delay(100 * 2 ** recent);
    if (!stopping) begin();
  };

  begin();
  const stop = (graceMs: number, hurried: AbortSignal) => {
    stopping = true;
    return child ? end(child, graceMs, hurried) : Promise.resolve();
  };
  return { ready: ready.promise, gaveUp: gaveUp.promise, stop };
}

function launch(
  { name, script, env, logFile, readyWithinMs = 60_000 }: KeptProcessOptions,
  onReady: () => void,
): ChildProcess {
  const child = spawn(process.execPath, [...NODE_FLAGS, script], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  keepOutput(child, name, logFile);
  const overdue = setTimeout(() => child.kill('SIGKILL'), readyWithinMs);
  child.once('exit', () => clearTimeout(overdue));
  child.on('error', (error) => process.stderr.write(`${name}: ${error.message}\n`));
  child.on('message', (message: { ready?: boolean }) => {
    if (!message?.ready) return;
    clearTimeout(overdue);
    onReady();
  });
  return child;
}

async function end(child: ChildProcess, graceMs: number, hurried: AbortSignal): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const done = new AbortController();
  const patience = delay(graceMs, undefined, { signal: AbortSignal.any([done.signal, hurried]) });
  await Promise.race([ended, patience.catch(() => {})]);
  done.abort();
  killGroup(child.pid);
  await ended;
}

/** Whatever the process started and left behind goes with it. */
function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}
