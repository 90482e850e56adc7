import { existsSync, readFileSync } from 'node:fs';
import { portFileIn } from './embedded-postgres.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { readSettings, type Settings } from './settings.ts';
import { StartError } from './start-error.ts';

export interface DatabaseUrls {
  /** The owner's: for migrations only. No process that serves gets it. */
  readonly owner: string;
  readonly app: string;
  readonly seal: string;
  readonly readonly: string;
}

export function databaseUrls(owner: string, settings: Settings, secrets: Secrets): DatabaseUrls {
  const passwords = secrets.databasePasswords;
  return {
    owner,
    app: settings.APP_DATABASE_URL ?? urlAs(owner, 'app_rw', passwords.app_rw),
    seal: settings.SEAL_DATABASE_URL ?? urlAs(owner, 'app_seal', passwords.app_seal),
    readonly: settings.READONLY_DATABASE_URL ?? urlAs(owner, 'app_readonly', passwords.app_readonly),
  };
}

/** For commands in a second terminal: the addresses of the installation that is running now. */
export function databaseUrlsOfRunning(env: NodeJS.ProcessEnv): DatabaseUrls {
  const { settings, errors } = readSettings(env);
  if (errors) throw new StartError(errors.join('\n'));
  const dataDir = settings.ATTESTRY_DATA_DIR;
  const secrets = readSecrets(dataDir);
  if (settings.DATABASE_URL) return databaseUrls(settings.DATABASE_URL, settings, secrets);
  const portFile = portFileIn(dataDir);
  if (!existsSync(portFile)) throw new StartError(`No Attestry is running on ${dataDir}: start it first.`);
  const port = readFileSync(portFile, 'utf8').trim();
  const owner = `postgresql://postgres:${secrets.databasePasswords.superuser}@127.0.0.1:${port}/attestry`;
  return databaseUrls(owner, settings, secrets);
}

function urlAs(owner: string, user: string, password: string): string {
  const url = new URL(owner);
  url.username = user;
  url.password = encodeURIComponent(password);
  return url.href;
}
