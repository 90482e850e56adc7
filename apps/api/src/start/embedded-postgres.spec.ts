import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { postgresUser } from './postgres-user.ts';

const password = 'k7Jw2mQx';
let dataDir: string;
let server: EmbeddedPostgres | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'attestry-test-'));
});
afterEach(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true });
});

const start = async () => {
  server = await startEmbeddedPostgres({ dataDir, password, settings: { shared_buffers: '16MB' } });
  return server;
};

it('starts on loopback with the settings that matter, stops, and finds its data again', async () => {
  const { adminUrl } = await start();
  await query(adminUrl, "create table kept as select 'ä' as word");
  const [row] = await query(
    adminUrl,
    `select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
      current_setting('data_checksums') as checksums, current_setting('password_encryption') as passwords,
      current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale
      from pg_database where datname = current_database()`,
  );
  expect(row).toEqual({
    listens: '127.0.0.1',
    fsync: 'on',
    checksums: 'on',
    passwords: 'scram-sha-256',
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
  });
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  await server?.stop();
  await expect(query(adminUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  const again = await start();
  expect(await query(again.adminUrl, 'select word from kept')).toEqual([{ word: 'ä' }]);
}, 30_000);

it('refuses a wrong password, in the client and of the installation', async () => {
  const { adminUrl } = await start();
  await expect(query(adminUrl.replace(password, 'wrong'), 'select 1')).rejects.toThrow(
    /password authentication failed/,
  );
  await server?.stop();
  await expect(startEmbeddedPostgres({ dataDir, password: 'wrong' })).rejects.toThrow(
    'PostgreSQL does not start: the password in secrets.json is not the one of this database',
  );
}, 30_000);

it('stops the server of a supervisor that was killed', async () => {
  const orphan = await start();
  await query(orphan.adminUrl, 'create table kept as select 1 as n');
  const successor = await start();
  await orphan.exited;
  expect(await query(successor.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
}, 30_000);

it('recovers after kill -9 of PostgreSQL with a connection open', async () => {
  const { adminUrl, exited } = await start();
  const client = await connected(adminUrl);
  await client.query('create table kept as select 1 as n');
  process.kill(postmasterPid(), 'SIGKILL');
  await exited;
  const again = await start();
  expect(await query(again.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
  await client.end().catch(() => {});
}, 30_000);

it('neither signals nor waits for a process that only has the number of the old server', async () => {
  await start();
  process.kill(postmasterPid(), 'SIGKILL');
  await server?.exited;
  const user = postgresUser();
  const innocent = spawn('sleep', ['60'], { ...(user && { uid: user.uid, gid: user.gid }) });
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(innocent.pid)));
  const { adminUrl } = await start();
  expect(await query(adminUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  expect(innocent.exitCode ?? innocent.signalCode).toBeNull();
  innocent.kill();
}, 30_000);

it('makes the cluster anew when it was interrupted half-way', async () => {
  mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
  const { adminUrl } = await start();
  expect(await query(adminUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
}, 30_000);

it('says in one line that the directory holds something else', async () => {
  mkdirSync(join(dataDir, 'postgres'));
  writeFileSync(join(dataDir, 'postgres', 'letter.txt'), '');
  await expect(start()).rejects.toThrow(/postgres is not a PostgreSQL data directory\.$/);
});

it('says in one line that the directory is of another version', async () => {
  mkdirSync(join(dataDir, 'postgres'));
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow(/made by PostgreSQL 17; this release runs 18/);
});

const postmasterPid = () => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = await connected(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
