import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/start/embedded-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's URL of a migrated database to clone, and what the roles of the application sign in with. */
    templateUrl: string;
    rolePassword: string;
  }
}

const ROLE_PASSWORD = 'only-in-tests-0123456789';

export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'attestry-test-'));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    password: ROLE_PASSWORD,
    database: 'template_attestry',
    settings: { max_connections: '200' },
  });
  await migrateTemplate(postgres.adminUrl);
  project.provide('templateUrl', postgres.adminUrl);
  project.provide('rolePassword', ROLE_PASSWORD);
  return async () => {
    await postgres.stop('immediate');
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The migrations are inlined by Vite, so Vite loads them here too. */
async function migrateTemplate(adminUrl: string): Promise<void> {
  const vite = await createServer({
    configFile: false,
    server: { middlewareMode: true, ws: false },
    appType: 'custom',
    logLevel: 'error',
    root: join(import.meta.dirname, '..'),
  });
  try {
    const { migrate } = await vite.ssrLoadModule('/src/kernel/migrate.ts');
    await migrate(roleUrls(adminUrl));
  } finally {
    await vite.close();
  }
}

export function roleUrls(adminUrl: string) {
  const as = (role: string) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = ROLE_PASSWORD;
    return url.href;
  };
  return { admin: adminUrl, app: as('app_rw'), seal: as('app_seal'), readonly: as('app_readonly') };
}
