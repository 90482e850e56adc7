import type { DatabaseUrls } from './database-urls.ts';
import { logKeyFileIn, type Secrets } from './secrets.ts';
import { type Settings, settingNames } from './settings.ts';

export interface ProcessEnvironments {
  /** For commands that run once at the start and end: migrations, the set-up link. */
  readonly owner: NodeJS.ProcessEnv;
  readonly api: NodeJS.ProcessEnv;
  readonly worker: NodeJS.ProcessEnv;
}

/** Each process is told what its own work needs: the API cannot seal, and nobody who serves can act as the owner. */
export function processEnvironments(
  inherited: NodeJS.ProcessEnv,
  { settings, secrets, urls, host }: { settings: Settings; secrets: Secrets; urls: DatabaseUrls; host: string },
): ProcessEnvironments {
  const common: NodeJS.ProcessEnv = {
    NODE_ENV: 'production',
    ...withoutSettings(inherited),
    ATTESTRY_DATA_DIR: settings.ATTESTRY_DATA_DIR,
    PORT: String(settings.PORT),
    HOST: host,
    BASE_URL: settings.BASE_URL,
  };
  const outside = Object.fromEntries(passedOn.map((name) => [name, settings[name]]));
  const api = { ...common, ...outside, APP_DATABASE_URL: urls.app, ROOT_KEY: settings.ROOT_KEY ?? secrets.rootKey };
  return {
    owner: {
      ...common,
      DATABASE_URL: urls.owner,
      APP_DATABASE_URL: urls.app,
      SEAL_DATABASE_URL: urls.seal,
      READONLY_DATABASE_URL: urls.readonly,
    },
    api,
    worker: { ...api, SEAL_DATABASE_URL: urls.seal, LOG_KEY_FILE: logKeyFileIn(settings.ATTESTRY_DATA_DIR) },
  };
}

const passedOn = settingNames.filter((name) => /^SMTP_/.test(name));

function withoutSettings(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = new Set<string>(settingNames.flatMap((name) => [name, `${name}_FILE`]));
  return Object.fromEntries(Object.entries(inherited).filter(([name]) => !names.has(name)));
}
