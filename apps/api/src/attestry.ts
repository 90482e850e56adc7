import { Client } from 'pg';
import { runVerifyLog } from './audit/run-verify-log.ts';
import { migrate } from './kernel/migrate.ts';
import { hashOf, newToken } from './people/tokens.ts';
import { databaseUrlsOfRunning } from './start/database-urls.ts';
import { defaultDataDirectory } from './start/default-data-directory.ts';
import { logKeyFileIn } from './start/secrets.ts';

/** The command line: `attestry COMMAND`. Each answers with its exit code. */
const COMMANDS: Record<string, { does: string; run: (args: string[], env: NodeJS.ProcessEnv) => Promise<number> }> = {
  migrate: { does: 'make the database roles and apply what is new in migrations/', run: runMigrate },
  'setup-link': {
    does: 'print a one-time link that makes the first organization (--another: one more)',
    run: runSetupLink,
  },
  'verify-log': {
    does: 'check the sealed audit log against its events, its checkpoints and the records',
    run: runVerifyLog,
  },
};

const [name = 'help', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  const lines = Object.entries(COMMANDS).map(([key, { does }]) => `  ${key.padEnd(14)}${does}`);
  process.stdout.write(`attestry COMMAND\n\n${lines.join('\n')}\n`);
  process.exit(name === 'help' || name === '--help' ? 0 : 2);
}
try {
  process.exitCode = await command.run(args, withRunning(process.env));
} catch (error) {
  process.stderr.write(`attestry ${name}: ${(error as Error).message}\n`);
  process.exitCode = 1;
}

/** In a second terminal nothing is set: the addresses are those of the installation that runs on the data directory. */
function withRunning(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (env.APP_DATABASE_URL) return env;
  const urls = databaseUrlsOfRunning(env);
  const dataDir = env.ATTESTRY_DATA_DIR ?? defaultDataDirectory(env);
  return {
    DATABASE_URL: urls.owner,
    APP_DATABASE_URL: urls.app,
    SEAL_DATABASE_URL: urls.seal,
    READONLY_DATABASE_URL: urls.readonly,
    ATTESTRY_DATA_DIR: dataDir,
    LOG_KEY_FILE: logKeyFileIn(dataDir),
    ...env,
  };
}

async function runMigrate(_: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const needed = ['DATABASE_URL', 'APP_DATABASE_URL', 'SEAL_DATABASE_URL', 'READONLY_DATABASE_URL'] as const;
  const missing = needed.filter((variable) => !env[variable]);
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
  const applied = await migrate({
    admin: env.DATABASE_URL!,
    app: env.APP_DATABASE_URL!,
    seal: env.SEAL_DATABASE_URL!,
    readonly: env.READONLY_DATABASE_URL!,
  });
  if (applied.length > 0) process.stdout.write(`Applied: ${applied.join(', ')}\n`);
  return 0;
}

/** Prints nothing when there is an organization, unless `--another` asks for a link to make one more. */
async function runSetupLink(flags: string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (!env.DATABASE_URL) throw new Error('missing: DATABASE_URL');
  const client = new Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    await client.query('SET ROLE attestry_owner');
    const { rows } = await client.query('SELECT auth.has_organization() AS has');
    if (rows[0].has && !flags.includes('--another')) return 0;
    const token = newToken();
    await client.query('DELETE FROM auth.setup_link WHERE used_at IS NULL');
    await client.query(
      `INSERT INTO auth.setup_link (token_hash, expires_at) VALUES ($1, clock_timestamp() + interval '7 days')`,
      [hashOf(token)],
    );
    const base = env.BASE_URL ?? `http://localhost:${env.PORT ?? 4400}`;
    process.stdout.write(`${new URL(`/set-up#${token}`, base).href}\n`);
    return 0;
  } finally {
    await client.end();
  }
}
