import { rolesWith } from '@attestry/domain/people/permissions.ts';
import { ROLES, type Role } from '@attestry/domain/people/roles.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MISSING_ID, Records } from '../../test/records.ts';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
let records: Records;
const people = new Map<Role, Client>();
beforeAll(async () => {
  app = await startTestApp();
  records = new Records(app, await app.organization());
  for (const role of ROLES) people.set(role, await records.session((await records.colleague(role)).memberId));
});
afterAll(() => app?.stop());

/** A document kept for the purpose, whatever it is about. */
async function keptFor(purpose: string): Promise<string> {
  const id = await records.evidence();
  const { orgId, memberId } = records.officer;
  await app.sql(
    `UPDATE app.document SET purpose = $2 FROM (SELECT set_config('app.org_id', $3, true), set_config('app.actor', $4, true), set_config('app.command', 'test', true)) s WHERE id = $1`,
    [id, purpose, orgId, `member:${memberId}`],
  );
  return id;
}

const eventsOf = async (id: string) =>
  app.sql(
    `SELECT action, command, actor FROM audit.event WHERE entity_id = $1 AND action IN ('download', 'refused') ORDER BY id`,
    [id],
  );

describe('who may download a file depends on what it is kept for', () => {
  it.each([
    ['evidence', ['document.read']],
    ['report', ['report.download']],
    ['import', ['ai-system.import', 'vendor.import']],
  ] as const)('%s: %s', async (purpose, permissions) => {
    const id = await keptFor(purpose);
    for (const [role, client] of people) {
      const before = await eventsOf(id);
      const { status } = await client.fetch(`/documents/${id}`);
      const permission = permissions.find((one) => rolesWith(one).includes(role));
      expect(status, role).toBe(permission ? 200 : 403);
      expect((await eventsOf(id)).slice(before.length), role).toEqual([
        {
          action: permission ? 'download' : 'refused',
          command: permission ?? permissions[0],
          actor: `member:${client.memberId}`,
        },
      ]);
    }
  });
});

it('a file of another organization answers like none, whatever it is kept for, and nothing is noted', async () => {
  const stranger = await app.organization('Another Health Plan');
  const answer = async (id: string) => {
    const response = await stranger.fetch(`/documents/${id}`);
    const { date: _, ...headers } = Object.fromEntries(response.headers);
    return { status: response.status, headers, text: await response.text() };
  };
  const missing = await answer(MISSING_ID);
  expect(missing.status).toBe(404);
  for (const purpose of ['evidence', 'report', 'import']) {
    const id = await keptFor(purpose);
    expect(await answer(id)).toEqual(missing);
    expect(await eventsOf(id)).toEqual([]);
  }
});

it('only evidence is a document to look at; imports and reports have pages of their own', async () => {
  const query = `query ($id: ID!) { document(id: $id) { name } }`;
  const { officer } = records;
  expect(await officer.must(query, { id: await keptFor('evidence') })).toEqual({ document: { name: 'evidence.txt' } });
  for (const purpose of ['report', 'import'])
    expect(await officer.must(query, { id: await keptFor(purpose) })).toEqual({ document: null });
});
