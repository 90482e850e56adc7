import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, heldConnections } from './load.ts';
import { MISSING_ID, Records } from './records.ts';
import { type Client, startTestApp, type TestApp } from './test-app.ts';

const create = (client: Client, name: string) =>
  client.codeOf(`mutation ($name: String!) { createAiSystem(facts: { name: $name }) { id } }`, { name });

describe('a pool of two', () => {
  let app: TestApp;
  let officer: Client;
  let records: Records;
  beforeAll(async () => {
    app = await startTestApp({ POOL_SIZE: '2' });
    officer = await app.organization();
    records = new Records(app, officer);
  });
  afterAll(() => app?.stop());

  /** Somebody who holds a connection and waits for a second one would wait for ever here. */
  it.each<[string, (at: number) => Promise<string>]>([
    ['commands', (at) => create(officer, `Small pool ${at}`)],
    [
      'refused commands',
      () => officer.codeOf(`mutation { updateAiSystem(input: { id: "${MISSING_ID}", version: 1, facts: {} }) { id } }`),
    ],
    [
      'commands that start a task',
      () =>
        officer.codeOf(
          'mutation { requestReport(input: { kind: inventory, formats: [csv] }) { id requestedBy task { status } files { name } } }',
        ),
    ],
    [
      'several commands in one operation',
      (at) =>
        officer.codeOf(
          `mutation { a: requestReport(input: { kind: inventory, formats: [csv] }) { task { id } } b: saveView(input: { register: "vendors", name: "${at}", query: "a" }) { id } c: requestReport(input: { kind: inventory, formats: [csv] }) { task { id } } }`,
        ),
    ],
    ['uploads', async () => (await records.dataImport()).id && 'OK'],
    ['sign-outs', async () => (await records.session()).codeOf('mutation { signOut }')],
    [
      'wide reads',
      () =>
        officer.codeOf(
          '{ aiSystems { totalCount facets { stage { value } } nodes { history { nodes { id } } } } reports { requestedBy task { id } } dataImports(kind: ai_system) { requestedBy task { id } rows { totalCount } } }',
        ),
    ],
  ])(
    '32 %s at once all end',
    async (_, work) => {
      const codes = await all(32, work);
      expect(codes.filter((code) => !['OK', 'NOT_FOUND'].includes(code))).toEqual([]);
      expect(await heldConnections(app)).toBe(0);
    },
    20_000,
  );

  it('32 refused for their role at once all end, and are on the record', async () => {
    const { memberId } = await records.colleague('workforce_member');
    const client = await records.session(memberId);
    const codes = await all(32, (at) =>
      at % 2 ? create(client, 'Not mine') : client.codeOf('{ reports { id } members { id } }'),
    );
    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
    const [refusals] = await app.sql(
      `SELECT count(*)::int AS n FROM audit.event WHERE actor = $1 AND action = 'refused'`,
      [`member:${memberId}`],
    );
    expect(refusals!.n).toBe(16 + 2 * 16);
  }, 20_000);
});
