import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';

const SAVE = `mutation ($input: SaveViewInput!) { view: saveView(input: $input) { id name query } }`;
const VIEWS = `query ($register: String!) { savedViews(register: $register) { id name query } }`;
const REMOVE = `mutation ($id: ID!) { removeView(id: $id) }`;

interface View {
  id: string;
  name: string;
  query: string;
}

let app: TestApp;
let officer: Client;
beforeAll(async () => {
  app = await startTestApp();
  officer = await app.organization();
});
afterAll(() => app?.stop());

const save = async (client: Client, register: string, name: string, query = '?q=a') =>
  (await client.must<{ view: View }>(SAVE, { input: { register, name, query } })).view;
const namesOf = async (client: Client, register: string) =>
  (await client.must<{ savedViews: View[] }>(VIEWS, { register })).savedViews.map(({ name }) => name);

it('keeps the views of each register apart, under one name in each', async () => {
  for (const register of ['ai-systems', 'vendors', 'agreements']) await save(officer, register, 'Mine');
  const again = await save(officer, 'vendors', 'Mine', '?tier=critical');
  await save(officer, 'vendors', 'also mine');
  const { savedViews } = await officer.must<{ savedViews: View[] }>(VIEWS, { register: 'vendors' });
  expect(savedViews.map(({ name, query }) => [name, query])).toEqual([
    ['also mine', '?q=a'],
    ['Mine', '?tier=critical'],
  ]);
  expect(savedViews[1]!.id).toBe(again.id);
  expect(await namesOf(officer, 'agreements')).toEqual(['Mine']);
});

it('takes no other register, and has no views of one', async () => {
  expect(await officer.codeOf(SAVE, { input: { register: 'members', name: 'Mine', query: '' } })).toBe('INVALID');
  expect(await namesOf(officer, 'members')).toEqual([]);
});

it('shows a view to nobody but the one who saved it, nor lets others remove it', async () => {
  const { id } = await save(officer, 'vendors', 'For me alone');
  const colleague = await app.member(officer, 'auditor');
  const stranger = await app.organization();
  for (const other of [colleague, stranger]) {
    expect(await namesOf(other, 'vendors')).toEqual([]);
    expect(await other.codeOf(REMOVE, { id })).toBe('NOT_FOUND');
  }
  expect(await namesOf(officer, 'vendors')).toContain('For me alone');
});

it('is refused to a role that reads no register', async () => {
  const workforce = await app.member(officer, 'workforce_member');
  expect(await workforce.codeOf(VIEWS, { register: 'vendors' })).toBe('FORBIDDEN');
  expect(await workforce.codeOf(SAVE, { input: { register: 'vendors', name: 'Mine', query: '' } })).toBe('FORBIDDEN');
});

it('is saved and removed with an event each', async () => {
  const { id } = await save(officer, 'agreements', 'Expiring');
  await officer.must(REMOVE, { id });
  const events = await app.sql(
    `SELECT entity, action, command, actor FROM audit.event WHERE entity_id = $1::text ORDER BY id`,
    [id],
  );
  const mine = { entity: 'saved_view', actor: `member:${officer.memberId}` };
  expect(events).toEqual([
    { ...mine, action: 'insert', command: 'saved-view.save' },
    { ...mine, action: 'delete', command: 'saved-view.remove' },
  ]);
});
