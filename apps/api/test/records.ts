import { randomUUID } from 'node:crypto';
import type { Role } from '@attestry/domain/people/roles.ts';
import { hashOf, newToken } from '../src/people/tokens.ts';
import type { Client, TestApp } from './test-app.ts';

export const MISSING_ID = '019a0000-0000-7000-8000-000000000000';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Records of one organization, made as its people would, for tests that need one of each. */
export class Records {
  readonly app: TestApp;
  readonly officer: Client;

  constructor(app: TestApp, officer: Client) {
    this.app = app;
    this.officer = officer;
  }

  async system(facts: Record<string, unknown> = {}): Promise<Versioned> {
    const { made } = await this.officer.must<{ made: Versioned }>(
      `mutation ($facts: AiSystemFactsInput!) { made: createAiSystem(facts: $facts) { id version } }`,
      { facts: { name: `Ambient scribe ${randomUUID()}`, department: 'Cardiology', ...facts } },
    );
    return made;
  }

  async vendor(facts: Record<string, unknown> = {}): Promise<Versioned> {
    const { made } = await this.officer.must<{ made: Versioned }>(
      `mutation ($facts: VendorFactsInput!) { made: createVendor(facts: $facts) { id version } }`,
      { facts: { name: `Lumen Voice ${randomUUID()}`, ...facts } },
    );
    return made;
  }

  /** A service of that vendor, else of a new one. */
  async service(vendorId?: string, facts: Record<string, unknown> = {}): Promise<Versioned> {
    const { made } = await this.officer.must<{ made: Versioned }>(
      `mutation ($input: CreateServiceInput!) { made: createService(input: $input) { id version } }`,
      {
        input: {
          vendorId: vendorId ?? (await this.vendor()).id,
          facts: { name: `Dictation ${randomUUID()}`, phi: 'yes', ...facts },
        },
      },
    );
    return made;
  }

  /** A document of that vendor, else of a new one. */
  async vendorEvidence(vendorId?: string, facts: Record<string, unknown> = {}): Promise<Versioned> {
    const { made } = await this.officer.must<{ made: Versioned }>(
      `mutation ($input: FileVendorEvidenceInput!) { made: fileVendorEvidence(input: $input) { id version } }`,
      {
        input: {
          vendorId: vendorId ?? (await this.vendor()).id,
          facts: { kind: 'soc2', title: `SOC 2 ${randomUUID()}`, ...facts },
        },
      },
    );
    return made;
  }

  /** The first answer to a question of the questionnaire. */
  async answer(vendorId: string, question: string, answer = 'yes', evidenceIds: string[] = []): Promise<void> {
    await this.officer.must(`mutation ($input: AnswerQuestionInput!) { answerQuestion(input: $input) { id } }`, {
      input: { vendorId, question, answer, evidenceIds },
    });
  }

  /** A link of the chain between two new vendors. */
  async subprocessor(facts: Record<string, unknown> = {}): Promise<Versioned> {
    const { made } = await this.officer.must<{ made: Versioned }>(
      `mutation ($input: AddSubprocessorInput!) { made: addSubprocessor(input: $input) { id version } }`,
      { input: { upperVendorId: (await this.vendor()).id, lowerVendorId: (await this.vendor()).id, facts } },
    );
    return made;
  }

  /** An uploaded file; `status` moves it there without a worker. */
  async dataImport(status = 'uploaded'): Promise<Versioned> {
    const form = new FormData();
    form.set('file', new Blob(['Name,Department\nTriage bot,ED\n']), 'systems.csv');
    const response = await this.officer.fetch('/imports', { method: 'POST', body: form });
    const { id } = (await response.json()) as { id: string };
    if (status !== 'uploaded') await this.change('data_import', id, `status = '${status}'`);
    const [row] = await this.app.sql<Versioned>('SELECT id, version FROM app.data_import WHERE id = $1', [id]);
    return row!;
  }

  /** An uploaded document, its text not read yet. */
  async evidence(text = 'Evidence of a control.', name = 'evidence.txt'): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([text]), name);
    const response = await this.officer.fetch('/documents', { method: 'POST', body: form });
    return ((await response.json()) as { id: string }).id;
  }

  async documentId(): Promise<string> {
    const { id } = await this.dataImport();
    const [row] = await this.app.sql('SELECT document_id FROM app.data_import WHERE id = $1', [id]);
    return row!.document_id;
  }

  async report(): Promise<{ id: string }> {
    const { made } = await this.officer.must<{ made: { id: string } }>(
      `mutation { made: requestReport(input: { kind: inventory, formats: [csv] }) { id } }`,
    );
    return made;
  }

  async savedView(): Promise<string> {
    const { made } = await this.officer.must<{ made: { id: string } }>(
      `mutation ($name: String!) { made: saveView(input: { register: "agreements", name: $name, query: "a" }) { id } }`,
      {
        name: randomUUID(),
      },
    );
    return made.id;
  }

  async invitation(...roles: Role[]): Promise<{ id: string; token: string }> {
    const { made } = await this.officer.must<{ made: { link: string; invitation: { id: string } } }>(
      `mutation ($input: InviteMemberInput!) { made: inviteMember(input: $input) { link invitation { id } } }`,
      {
        input: {
          email: `guest-${randomUUID().slice(0, 8)}@harbour.example`,
          name: 'A guest',
          roles: roles.length > 0 ? roles : ['auditor'],
        },
      },
    );
    return { id: made.invitation.id, token: made.link.split('#')[1]! };
  }

  setUpLink = async (): Promise<string> => {
    const token = newToken();
    await this.app.sql(`INSERT INTO auth.setup_link (token_hash, expires_at) VALUES ($1, now() + interval '1 day')`, [
      hashOf(token),
    ]);
    return token;
  };

  /** A member without a password of their own: made past the API, which would hash one. */
  async colleague(...roles: Role[]): Promise<{ memberId: string; version: number }> {
    const email = `colleague-${randomUUID().slice(0, 8)}@harbour.example`;
    const [account] = await this.app.sql(
      `INSERT INTO auth.account (email, password_hash) VALUES ($1, 'none') RETURNING id`,
      [email],
    );
    const [made] = await this.app.sql(
      `INSERT INTO app.member (org_id, account_id, name, email, roles) SELECT $1::uuid, $2, 'A colleague', $3, $4 FROM ${this.author}
       RETURNING id AS "memberId", version`,
      [this.officer.orgId, account!.id, email, roles.length > 0 ? roles : ['auditor']],
    );
    return made as { memberId: string; version: number };
  }

  async formerColleague(): Promise<{ memberId: string; version: number }> {
    const { memberId } = await this.colleague();
    await this.change('member', memberId, 'deactivated_at = now()');
    return { memberId, version: 2 };
  }

  /** A client of the member's, signed in past the API. */
  async session(memberId = this.officer.memberId): Promise<Client> {
    const token = newToken();
    const [row] = await this.app.sql(
      `INSERT INTO auth.session (token_hash, account_id, org_id, member_id) SELECT $1, account_id, org_id, id FROM app.member WHERE id = $2
       RETURNING (SELECT email FROM app.member WHERE id = $2)`,
      [hashOf(token), memberId],
    );
    const client = this.app.client().is(row!.email, memberId, this.officer.orgId);
    client.cookies.set('attestry', token);
    return client;
  }

  async sessionId(): Promise<string> {
    const client = await this.session();
    const [row] = await this.app.sql('SELECT id FROM auth.session WHERE token_hash = $1', [
      hashOf(client.cookies.get('attestry')!),
    ]);
    return row!.id;
  }

  async organizationVersion(): Promise<number> {
    const [row] = await this.app.sql('SELECT version FROM app.organization WHERE id = $1', [this.officer.orgId]);
    return row!.version;
  }

  /** Every row of the organization, as one text: equal texts mean that nothing changed. */
  async everything(): Promise<string> {
    const tables = await this.app.sql<{ name: string; key: string }>(
      `SELECT c.oid::regclass::text AS name, a.attname AS key FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind = 'r' AND c.relnamespace IN ('app'::regnamespace, 'audit'::regnamespace, 'auth'::regnamespace)
         AND (a.attname = 'org_id' OR (c.oid = 'app.organization'::regclass AND a.attname = 'id')) ORDER BY 1`,
    );
    const parts = tables.map(
      ({ name, key }) =>
        `SELECT '${name}' AS name, string_agg(t::text, E'\\n' ORDER BY t::text) AS rows FROM ${name} t WHERE ${key} = $1`,
    );
    const found = await this.app.sql(parts.join(' UNION ALL '), [this.officer.orgId]);
    return found.map(({ name, rows }) => `${name}\n${rows}`).join('\n\n');
  }

  private async change(table: string, id: string, set: string): Promise<void> {
    await this.app.sql(`UPDATE app.${table} SET ${set} FROM ${this.author} WHERE id = $1`, [id]);
  }

  /** Sets what the audit trigger asks for, in the statement it is part of. */
  private get author(): string {
    const { orgId, memberId } = this.officer;
    return `(SELECT set_config('app.org_id', '${orgId}', true), set_config('app.actor', 'member:${memberId}', true), set_config('app.command', 'test', true)) author`;
  }
}
