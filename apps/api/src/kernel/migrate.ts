import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { QUEUES } from './queues.ts';

const FILES = import.meta.glob<string>('../../../../migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface MigrationUrls {
  /** May create roles and owns the database; used for nothing but migrating. */
  readonly admin: string;
  readonly app: string;
  readonly seal: string;
  readonly readonly: string;
}

/**
 * Makes the roles, applies what is new in `migrations/`, and sets up the job tables. Safe to run again.
 * `through`: only the first so many files, as an older release would have.
 */
export async function migrate(urls: MigrationUrls, through = Number.POSITIVE_INFINITY): Promise<string[]> {
  const admin = new Client({ connectionString: urls.admin });
  await admin.connect();
  try {
    // Several processes may start at once on one database.
    await admin.query(`SELECT pg_advisory_lock(hashtext('attestry.migrate'))`);
    await makeRoles(admin, urls);
    const applied = await applyFiles(urls.admin, through);
    await migrateJobs(admin);
    return applied;
  } finally {
    await admin.end();
  }
}

const OWNER = 'attestry_owner';

async function makeRoles(admin: Client, urls: MigrationUrls) {
  await makeRole(admin, OWNER, null);
  await makeRole(admin, 'app_rw', urls.app);
  await makeRole(admin, 'app_seal', urls.seal);
  await makeRole(admin, 'app_readonly', urls.readonly);
  const { rows } = await admin.query('SELECT current_database() AS name');
  const database = admin.escapeIdentifier(rows[0].name);
  await admin.query(`GRANT ${OWNER} TO current_user`);
  await admin.query(`GRANT CREATE ON DATABASE ${database} TO ${OWNER}`);
  await admin.query(`REVOKE CREATE, TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
  await admin.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  await admin.query(`CREATE SCHEMA IF NOT EXISTS migrations AUTHORIZATION ${OWNER}`);
  await admin.query(`ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`);
}

async function makeRole(admin: Client, role: string, url: string | null) {
  const attributes = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION';
  const login = url === null ? 'NOLOGIN' : `LOGIN PASSWORD ${admin.escapeLiteral(passwordOf(url, role))}`;
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  await admin.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} ${attributes} ${login}`);
}

function passwordOf(url: string, role: string): string {
  const { username, password } = new URL(url);
  if (decodeURIComponent(username) !== role) throw new Error(`The URL for ${role} names the user ${username}.`);
  return decodeURIComponent(password);
}

async function applyFiles(url: string, through: number): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'migrations',
    migrationsTableName: 'applied',
    migrationsTransactionMode: 'each',
    migrations: Object.entries(FILES)
      .sort(([a], [b]) => a.localeCompare(b))
      .slice(0, through)
      .map(([path, sql]) => migrationClass(path, sql)),
    extra: { options: `-c role=${OWNER}` },
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** TypeORM orders migrations by the 13 digits that end their name. */
function migrationClass(path: string, sql: string): new () => MigrationInterface {
  const file = path.split('/').at(-1)!.replace('.sql', '');
  const [number, ...words] = file.split('-');
  return class implements MigrationInterface {
    name = `${words.join('_')}${number!.padStart(13, '0')}`;
    up = (runner: QueryRunner) => runner.query(sql);
    down = () => Promise.reject(new Error('Migrations go forward only.'));
  };
}

/** BullMQ's own tables, owned like ours; a queue's id sequence must exist before a role without DDL adds to it. */
async function migrateJobs(admin: Client) {
  await admin.query(`SET ROLE ${OWNER}`);
  await runMigrations(admin, 'bullmq');
  for (const queue of QUEUES) {
    const { rows } = await admin.query('SELECT bullmq.job_id_seq_name($1) AS name', [queue]);
    await admin.query(`CREATE SEQUENCE IF NOT EXISTS bullmq.${admin.escapeIdentifier(rows[0].name)}`);
  }
  await admin.query(`GRANT USAGE ON SCHEMA bullmq TO app_rw;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO app_rw;
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA bullmq TO app_rw;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO app_rw;`);
  await admin.query('RESET ROLE');
}
