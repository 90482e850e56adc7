import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@attestry/domain/people/roles.ts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { hashOf, newToken } from '../src/people/tokens.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export const PASSWORD = 'harbour lantern quilt 7';

/** The API on a database of its own, spoken to over HTTP like any client. */
export async function startTestApp(env: Record<string, string> = {}) {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'attestry-app-'));
  Object.assign(process.env, {
    APP_DATABASE_URL: database.app,
    ATTESTRY_DATA_DIR: dataDir,
    ROOT_KEY: randomBytes(32).toString('base64'),
    OPEN_OPERATIONS: 'true',
    LOG_LEVEL: 'fatal',
    PORT: '0',
    // Vite puts its own in the environment of tests.
    BASE_URL: '',
    WEB_ROOT: join(dataDir, 'no-web-client'),
    ...env,
  });
  const { makeHttpApp } = await import('../src/http.ts');
  const app = await makeHttpApp();
  await app.listen(0, '127.0.0.1');
  return new TestApp(app, await app.getUrl(), database, dataDir);
}

export class TestApp {
  readonly nest: NestFastifyApplication;
  readonly url: string;
  readonly database: TestDatabase;
  readonly dataDir: string;
  private readonly admin: pg.Pool;

  constructor(nest: NestFastifyApplication, url: string, database: TestDatabase, dataDir: string) {
    Object.assign(this, { nest, url, database, dataDir });
    this.nest = nest;
    this.url = url;
    this.database = database;
    this.dataDir = dataDir;
    this.admin = new pg.Pool({ connectionString: database.admin, max: 2 });
    this.admin.on('error', () => {});
  }

  /** SQL as the superuser, past every policy. */
  async sql<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.admin.query<Row>(text, values)).rows;
  }

  client(): Client {
    return new Client(this.url);
  }

  /** A new organization and its first administrator and privacy officer, signed in. */
  async organization(name = 'Harbour Clinic Group'): Promise<Client> {
    const token = newToken();
    await this.sql(`INSERT INTO auth.setup_link (token_hash, expires_at) VALUES ($1, now() + interval '1 day')`, [
      hashOf(token),
    ]);
    const client = this.client();
    const email = `officer-${randomUUID().slice(0, 8)}@harbour.example`;
    const { session } = await client.must<{ session: { member: { id: string }; organization: { id: string } } }>(
      `mutation ($input: SetUpInput!) { session: setUp(input: $input) { member { id } organization { id } } }`,
      {
        input: {
          token,
          organizationName: name,
          organizationKind: 'covered_entity',
          timeZone: 'America/New_York',
          name: 'Dana Okafor',
          email,
          password: PASSWORD,
        },
      },
    );
    return client.is(email, session.member.id, session.organization.id);
  }

  /** A further member of the organization with these roles, signed in. */
  async member(inviter: Client, ...roles: Role[]): Promise<Client> {
    const email = `${roles[0]}-${randomUUID().slice(0, 8)}@harbour.example`;
    const { issued } = await inviter.must<{ issued: { link: string } }>(
      `mutation ($input: InviteMemberInput!) { issued: inviteMember(input: $input) { link } }`,
      { input: { email, name: `A ${roles[0]}`, roles } },
    );
    const client = this.client();
    const { session } = await client.must<{ session: { member: { id: string }; organization: { id: string } } }>(
      `mutation ($input: AcceptInvitationInput!) { session: acceptInvitation(input: $input) { member { id } organization { id } } }`,
      { input: { token: issued.link.split('#')[1], name: `A ${roles[0]}`, password: PASSWORD } },
    );
    return client.is(email, session.member.id, session.organization.id);
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await this.admin.end();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

export interface Answer<Data = Record<string, unknown>> {
  readonly data: Data | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> & { code: string } }[];
}

/** A browser without the screen: keeps its cookies. */
export class Client {
  readonly cookies = new Map<string, string>();
  email = '';
  memberId = '';
  orgId = '';
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  is(email: string, memberId: string, orgId: string): this {
    return Object.assign(this, { email, memberId, orgId });
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.url), {
      ...init,
      headers: {
        'x-requested-with': 'attestry',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(init.headers as Record<string, string>),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }

  async ask<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Answer<Data>> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<Data>;
  }

  /** The data; an error fails the test with its code. */
  async must<Data = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data!;
  }

  /** The code of the first error, or `OK`. */
  async codeOf(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const { errors } = await this.ask(query, variables);
    return errors?.[0]?.extensions.code ?? 'OK';
  }
}
