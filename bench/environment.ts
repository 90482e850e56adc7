import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { startEmbeddedPostgres } from '../apps/api/src/start/embedded-postgres.ts';
import { freePort } from '../apps/api/src/start/free-port.ts';
import { NODE_FLAGS } from '../apps/api/src/start/node-flags.ts';

const DIST = join(import.meta.dirname, '../apps/api/dist');
const PASSWORD = 'only-in-benchmarks-0123456789';

/** The product as it ships (built bundles, its own PostgreSQL) with one organization, and a floor to compare it with. */
export class Environment {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'attestry-bench-'));
  admin!: pg.Pool;
  adminUrl = '';
  apiUrl = '';
  floorUrl = '';
  cookie = '';
  orgId = '';
  api!: Started;
  worker: Started | undefined;
  readonly logKeyFile = join(this.dataDir, 'keys/log-ed25519.pem');
  private env: NodeJS.ProcessEnv = {};
  private postgres!: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
  private floor!: ChildProcess;

  async start(): Promise<this> {
    this.postgres = await startEmbeddedPostgres({ dataDir: this.dataDir, password: PASSWORD });
    this.adminUrl = this.postgres.adminUrl;
    this.admin = new pg.Pool({ connectionString: this.adminUrl, max: 4 });
    this.admin.on('error', () => {});
    mkdirSync(join(this.dataDir, 'keys'));
    const keyFile = this.logKeyFile;
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const port = await freePort();
    this.apiUrl = `http://127.0.0.1:${port}`;
    this.env = {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      DATABASE_URL: this.adminUrl,
      APP_DATABASE_URL: this.urlOf('app_rw'),
      SEAL_DATABASE_URL: this.urlOf('app_seal'),
      READONLY_DATABASE_URL: this.urlOf('app_readonly'),
      ATTESTRY_DATA_DIR: this.dataDir,
      ROOT_KEY: randomBytes(32).toString('base64'),
      LOG_KEY_FILE: keyFile,
      HOST: '127.0.0.1',
      PORT: String(port),
      OPEN_OPERATIONS: 'true',
    };
    this.attestry('migrate');
    this.api = await this.process('main.js');
    await this.signUp();
    return this;
  }

  urlOf(role: string): string {
    const url = new URL(this.adminUrl);
    url.username = role;
    return url.href;
  }

  /** A process of the product, ready; with how long that took, in ms. */
  async process(script: string, more: NodeJS.ProcessEnv = {}): Promise<Started> {
    const began = performance.now();
    const child = spawn(process.execPath, [...NODE_FLAGS, join(DIST, script)], {
      env: { ...this.env, ...more },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
    });
    return { child, readyMs: performance.now() - began };
  }

  async startWorker(): Promise<Started> {
    this.worker ??= await this.process('worker.js');
    return this.worker;
  }

  async startFloor(): Promise<void> {
    if (this.floor) return;
    const port = await freePort();
    this.floor = spawn(process.execPath, [join(import.meta.dirname, 'floor-server.mjs')], {
      env: { ...process.env, PORT: String(port), DATABASE_URL: this.adminUrl, ORG_ID: this.orgId },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await new Promise((resolve) => this.floor.once('message', resolve));
    this.floorUrl = `http://127.0.0.1:${port}`;
  }

  get headers(): Record<string, string> {
    return { 'content-type': 'application/json', 'x-requested-with': 'attestry', cookie: this.cookie };
  }

  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const response = await fetch(`${this.apiUrl}/graphql`, {
      method: 'POST',
      headers: this.headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (cookie.length > 0) this.cookie = cookie.join('; ');
    return data;
  }

  async stop(): Promise<void> {
    for (const started of [this.api, this.worker]) await end(started?.child);
    await end(this.floor);
    await this.admin?.end();
    await this.postgres?.stop('immediate');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private attestry(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(DIST, 'attestry.js'), ...args], {
      env: this.env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }

  private async signUp(): Promise<void> {
    const token = this.attestry('setup-link').trim().split('#')[1];
    const input = {
      token,
      organizationName: 'Benchmark Hospital',
      organizationKind: 'covered_entity',
      timeZone: 'America/New_York',
      name: 'Bench Officer',
      email: 'bench@hospital.example',
      password: 'harbour lantern quilt 7',
    };
    const { session } = await this.ask<{ session: { organization: { id: string } } }>(
      'mutation ($input: SetUpInput!) { session: setUp(input: $input) { organization { id } } }',
      { input },
    );
    this.orgId = session.organization.id;
  }
}

export interface Started {
  readonly child: ChildProcess;
  readonly readyMs: number;
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
