import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { banner } from './banner.ts';
import { openDataDirectory } from './data-directory.ts';
import { databaseUrls } from './database-urls.ts';
import { listenForEnd } from './end-signals.ts';
import { listeningHost } from './free-port.ts';
import { keepPostgresRunning } from './kept-postgres.ts';
import { type KeptProcess, keepRunning } from './kept-process.ts';
import { type ProcessEnvironments, processEnvironments } from './process-environments.ts';
import { runCommand } from './run-command.ts';
import { secretsIn } from './secrets.ts';
import { readSettings, type Settings } from './settings.ts';
import { StartError } from './start-error.ts';

type Undo = (hurried: AbortSignal) => Promise<void>;

/** Together with PostgreSQL's 5 seconds: everything has ended within 10. */
const graceMs = 4500;

/** Brings everything up in order, keeps it up, and takes it down in the opposite order. Returns the exit code. */
export async function supervise(env: NodeJS.ProcessEnv, programs: string): Promise<number> {
  const { asked, hurried } = listenForEnd();
  const undo: Undo[] = [];
  try {
    const { failed, running } = await bringUp(env, programs, asked, undo);
    process.stdout.write(`${banner(running)}\n`);
    await Promise.race([failed, aborted(asked)]);
    process.stdout.write('Stopping.\n');
    return 0;
  } catch (error) {
    if (asked.aborted) return 0;
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    for (const step of undo.reverse()) await step(hurried).catch(() => {});
  }

  async function aborted(signal: AbortSignal): Promise<void> {
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  }
}

async function bringUp(env: NodeJS.ProcessEnv, programs: string, asked: AbortSignal, undo: Undo[]) {
  const settings = settingsOrAllErrors(env);
  const dataDir = settings.ATTESTRY_DATA_DIR;
  const logs = join(dataDir, 'logs');
  const lock = await openDataDirectory(dataDir);
  undo.push(() => lock.release());
  const host = await hostToListenOn(settings, lock.takenOver);
  const secrets = secretsIn(dataDir);
  const failures: Promise<never>[] = [];

  let owner = settings.DATABASE_URL;
  if (!owner) {
    const postgres = await keepPostgresRunning({ dataDir, password: secrets.databasePasswords.superuser });
    undo.push((hurried) => postgres.stop(hurried.aborted ? 'immediate' : 'fast'));
    failures.push(postgres.gaveUp);
    owner = postgres.adminUrl;
  }
  const urls = databaseUrls(owner, settings, secrets);
  const environments = processEnvironments(env, { settings, secrets, urls, host });
  const attestry = join(programs, 'attestry.js');
  asked.throwIfAborted();
  await runCommand(attestry, ['migrate'], {
    env: environments.owner,
    logFile: join(logs, 'migrate.log'),
    signal: asked,
  });

  const kept = startProcesses(programs, environments, logs);
  undo.push((hurried) => stopAll(kept, hurried));
  failures.push(...kept.map(({ gaveUp }) => gaveUp));
  await unlessAsked(Promise.race([Promise.all(kept.map(({ ready }) => ready)), ...failures]), asked);
  // Not logged: whoever has the link can make the first organization.
  const setUpLink = await runCommand(attestry, ['setup-link'], { env: environments.owner, signal: asked });
  const running = { port: settings.PORT, host, baseUrl: settings.BASE_URL, dataDir, setUpLink };
  return { failed: Promise.race(failures), running };
}

function settingsOrAllErrors(env: NodeJS.ProcessEnv): Settings {
  const { settings, errors } = readSettings(env);
  if (errors) throw new StartError(['The configuration is not usable:', ...errors.map((e) => `  ${e}`)].join('\n'));
  return settings;
}

/** After a kill, the API of the last start needs a moment to notice and let go of the port. */
async function hostToListenOn({ PORT, HOST }: Settings, afterKill: boolean): Promise<string> {
  const deadline = Date.now() + (afterKill ? 8000 : 0);
  for (;;) {
    try {
      return await listeningHost(PORT, HOST);
    } catch (error) {
      if (Date.now() >= deadline) throw error;
      await delay(250);
    }
  }
}

function startProcesses(programs: string, environments: ProcessEnvironments, logs: string): KeptProcess[] {
  return [
    { name: 'API', script: 'main.js', env: environments.api, log: 'api.log' },
    { name: 'worker', script: 'worker.js', env: environments.worker, log: 'worker.log' },
  ].map(({ name, script, env, log }) =>
    keepRunning({ name, script: join(programs, script), env, logFile: join(logs, log) }),
  );
}

function stopAll(kept: readonly KeptProcess[], hurried: AbortSignal): Promise<void> {
  return Promise.all(kept.map((process) => process.stop(graceMs, hurried))).then(() => {});
}

function unlessAsked<T>(work: Promise<T>, asked: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('abort', () => reject(asked.reason), { once: true });
    work.then(resolve, reject);
  });
}
