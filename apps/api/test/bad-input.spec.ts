import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, type Leaf, leafAt, leavesOf, operation, operations, schema, withLeaf } from './operations.ts';
import { Records } from './records.ts';
import { argumentsOf } from './sample-arguments.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { startTestWorker, until } from './worker.ts';

const STRINGS = join(import.meta.dirname, '../../../../shared/data/attacks/blns.json');

let app: TestApp;
let records: Records;
beforeAll(async () => {
  app = await startTestApp();
  records = new Records(app, await app.organization());
});
afterAll(() => app?.stop());

const NUL = 'a\u0000b';
const LONE = 'a\ud800b';
const LONG = 'x'.repeat(600_000);

/** What a leaf must refuse, whatever else is right. */
function badValues({ type, path }: Leaf): unknown[] {
  const wrongType = [7, { a: 1 }, ['a', ['b']], true];
  if (type === 'Int') return ['1', 1.5, 2_147_483_648, -2_147_483_649, 1e300, -1, {}, true];
  if (type === 'Boolean') return [7, 'true', '', NUL, {}];
  if (type === 'Date')
    return [
      ...wrongType,
      NUL,
      LONE,
      '',
      'yesterday',
      '2026-02-30',
      '2026-1-5',
      '2026-01-05T00:00:00Z',
      '9999-99-99',
      LONG,
    ];
  if (type === 'JSON')
    return [
      7,
      'text',
      ['Name'],
      { nope: { columns: ['Name'] } },
      { name: NUL },
      { name: { columns: [LONE] } },
      { name: { columns: 'Name' } },
      { '\u0000': 1 },
    ];
  if (isEnumType(schema.getType(type))) return ['nope', '', 7, NUL, ' name', 'NAME', {}];
  if (type === 'ID') return [NUL, LONE, {}, true, ['a', ['b']], '50abc', '', "'", LONG];
  return [...wrongType, NUL, LONE, ...(path.at(-1) === 'password' ? [] : [LONG])];
}

const everyLeaf = operations.flatMap((one) =>
  leavesOf(one).map((leaf) => ({ one, leaf, name: `${one.name} ${leaf.path.join('.')}` })),
);

describe('every input', () => {
  it.each(everyLeaf)('$name', async ({ one, leaf }) => {
    const args = await argumentsOf(records, one.name);
    const caller = await records.session();
    const before = one.kind === 'mutation' ? await counts() : '';
    for (const value of badValues(leaf)) {
      const given = withLeaf(args, leaf.path, leaf.isList ? [value] : value);
      const { code, text, data, errors } = await answerOf(caller, one, given);
      const about = `${JSON.stringify(value).slice(0, 60)} answered ${text.slice(0, 300)}`;
      if (leaf.type === 'ID' && (code === 'NOT_FOUND' || isNothing(data?.answer))) continue;
      expect(code, about).toBe('INVALID');
      expect(JSON.stringify(errors), `names ${leaf.path.at(-1)}: ${about}`).toContain(leaf.path.at(-1));
    }
    if (one.kind === 'mutation') expect(await counts(), 'nothing was written').toBe(before);
  });

  it.each(operations.filter(({ args }) => args.length > 0))('$name without what it needs', async (one) => {
    const required = leavesOf(one).filter(({ isRequired, path }) => isRequired && leafAt({}, path) === undefined);
    const args = await argumentsOf(records, one.name);
    const caller = await records.session();
    for (const { path } of required) {
      for (const value of [undefined, null]) {
        const { code, text } = await answerOf(caller, one, withLeaf(args, path, value));
        expect(code, `${path.join('.')} ${text}`).toBe('INVALID');
      }
    }
  });
});

describe('positions and pages', () => {
  const POSITIONS = [
    'abc',
    '%%%',
    NUL,
    LONE,
    'x'.repeat(10_000),
    ...[[], [null], ['a'], [1], [NUL], ['a', 'b'], ['name', 'not-an-id'], [{}], {}, 'text', null, [1, 2, 3]].map(
      (value) => Buffer.from(JSON.stringify(value)).toString('base64url'),
    ),
  ];
  const paged: [string, string][] = [
    ...['name', 'department', 'stage', 'phi', 'tier', 'business_owner', 'next_review_on', 'updated_at'].map(
      (sort): [string, string] => [
        `aiSystems by ${sort}`,
        `query ($first: Int, $after: String) { aiSystems(sort: ${sort}, first: $first, after: $after) { totalCount } }`,
      ],
    ),
    ...['title', 'vendor', 'stage', 'effective_on', 'in_effect_through', 'updated_at'].map((sort): [string, string] => [
      `agreements by ${sort}`,
      `query ($first: Int, $after: String) { agreements(sort: ${sort}, first: $first, after: $after) { totalCount } }`,
    ]),
    ['auditEvents', `query ($first: Int, $after: String) { auditEvents(first: $first, after: $after) { totalCount } }`],
    [
      'history',
      `query ($id: ID!, $first: Int, $after: String) { aiSystem(id: $id) { history(first: $first, after: $after) { nodes { id } } } }`,
    ],
    [
      'rows',
      `query ($id: ID!, $first: Int, $after: String) { dataImport(id: $id) { rows(first: $first, after: $after) { totalCount } } }`,
    ],
  ];

  it.each(paged)('%s', async (name, query) => {
    const { id } = name === 'rows' ? await records.dataImport() : await records.system();
    const client = await records.session();
    for (const after of POSITIONS.filter((position) => name !== 'rows' || position !== 'WzFd'))
      expect(await client.codeOf(query, { id, after, first: 5 }), after.slice(0, 60)).toBe('INVALID');
    for (const first of [0, -1, 201, 2_147_483_647, null])
      expect(await client.codeOf(query, { id, first, after: null }), String(first)).toBe('INVALID');
    expect(await client.codeOf(query, { id, first: 1, after: null })).toBe('OK');
  });
});

describe('a text of 5 MB', () => {
  it('is refused with the limit, before it is read', async () => {
    const response = await records.officer.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: operation('createAiSystem').document,
        variables: { facts: { name: 'x', purpose: 'y'.repeat(5_000_000) } },
      }),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      errors: [{ message: 'The request is larger than 1 MB.', extensions: { code: 'INVALID' } }],
    });
  });
});

describe('addresses and uploads', () => {
  it.each([
    '50abc',
    '%00',
    '..%2f..%2fetc%2fpasswd',
    "'",
    '%ff',
    'x'.repeat(5_000),
    '019a0000-0000-7000-8000-00000000000g',
  ])('GET /documents/%s is a missing document', async (id) => {
    const response = await records.officer.fetch(`/documents/${id}`);
    expect([400, 404, 414]).toContain(response.status);
    expect(await response.text()).not.toMatch(/INTERNAL|SELECT|node_modules|\.ts:/);
  });

  it.each([
    ['a NUL in its name', 'a\u0000.csv', 'text/csv'],
    ['no name', ' ', 'text/csv'],
    ['a long name', `${'x'.repeat(400)}.csv`, 'text/csv'],
  ])('an upload with %s is INVALID', async (_, name, type) => {
    const form = new FormData();
    form.set('file', new Blob(['Name\nA\n'], { type }), name);
    const response = await records.officer.fetch('/imports', { method: 'POST', body: form });
    expect(`${response.status} ${await response.text()}`).toMatch(/^422 .*"INVALID"/);
  });

  it('an upload that is no upload is INVALID', async () => {
    const send = async (body: string | FormData, type?: string) => {
      const response = await records.officer.fetch('/imports', {
        method: 'POST',
        body,
        headers: type ? { 'content-type': type } : {},
      });
      return `${response.status} ${await response.text()}`;
    };
    const twice = new FormData();
    twice.set('field', 'file');
    expect(await send(twice)).toMatch(/^422 .*"INVALID"/);
    expect(await send('{}', 'application/json')).toMatch(/^4\d\d .*"INVALID"/);
    expect(await send('--x\r\ngarbage', 'multipart/form-data; boundary=x')).toMatch(/^4\d\d .*"INVALID"/);
    expect(await send('Name\nA\n', 'text/csv')).toMatch(/^4\d\d .*"INVALID"/);
  });
});

describe.skipIf(!existsSync(STRINGS))('naughty strings (skipped where ../shared/data is missing)', () => {
  it('are stored, listed, found and exported literally as names', async () => {
    const strings = JSON.parse(readFileSync(STRINGS, 'utf8')) as string[];
    expect(strings).toHaveLength(515);
    const clinic = new Records(app, await app.organization('Naughty Clinic'));
    const isName = (text: string) => text.trim() !== '' && text.isWellFormed() && !text.includes('\u0000');
    const create = `mutation ($facts: AiSystemFactsInput!) { made: createAiSystem(facts: $facts) { name } }`;
    const made: string[] = [];
    await inTurn(strings, 8, async (text) => {
      const { data, errors } = await clinic.officer.ask<{ made: { name: string } }>(create, { facts: { name: text } });
      if (isName(text)) expect(data?.made.name, JSON.stringify(errors)).toBe(text.trim());
      else expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'facts.name' }] });
      if (data) made.push(data.made.name);
    });
    expect(made.length).toBeGreaterThan(500);

    const find = `query ($search: String, $after: String) { aiSystems(filter: { search: $search }, first: 200, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } } }`;
    interface Page {
      aiSystems: { nodes: { name: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    }
    const listed: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { aiSystems }: Page = await clinic.officer.must<Page>(find, { search: '', after });
      listed.push(...aiSystems.nodes.map(({ name }) => name));
      [after, more] = [aiSystems.pageInfo.endCursor, aiSystems.pageInfo.hasNextPage];
    }
    expect(listed.sort()).toEqual(made.sort());
    await inTurn(
      made.filter((name) => name.length <= 200),
      8,
      async (name) => {
        const { aiSystems } = await clinic.officer.must<Page>(find, { search: name, after: null });
        expect(aiSystems.nodes.length === 200 || aiSystems.nodes.some((one) => one.name === name), name).toBe(true);
      },
    );

    const worker = await startTestWorker(app);
    try {
      const exported = await reportOf(clinic, ['json', 'csv']);
      const { systems } = JSON.parse(exported.json!) as { systems: { name: string }[] };
      expect(systems.map(({ name }) => name).sort()).toEqual(made);
      for (const name of made) expect(exported.csv, name).toContain(name.replaceAll('"', '""'));
    } finally {
      await worker.stop();
    }
  }, 60_000);
});

async function reportOf(clinic: Records, formats: string[]): Promise<Record<string, string>> {
  const { made } = await clinic.officer.must<{ made: { id: string } }>(
    `mutation ($formats: [ReportFormat!]!) { made: requestReport(input: { kind: inventory, formats: $formats }) { id } }`,
    { formats },
  );
  const files = await until(async () => {
    const { report } = await clinic.officer.must<{
      report: { status: string; files: { format: string; documentId: string }[] };
    }>(`query ($id: ID!) { report(id: $id) { status files { format documentId } } }`, made);
    return report.status === 'done' && report.files;
  });
  const read = async (documentId: string) => (await clinic.officer.fetch(`/documents/${documentId}`)).text();
  return Object.fromEntries(
    await Promise.all(files.map(async ({ format, documentId }) => [format, await read(documentId)])),
  );
}

async function inTurn<Item>(items: readonly Item[], width: number, work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}

/** How many rows each table holds, events of refusals aside. */
async function counts(): Promise<string> {
  const [row] = await app.sql(
    `SELECT (SELECT count(*) FROM app.ai_system) || ' ' || (SELECT count(*) FROM app.member) || ' ' || (SELECT count(*) FROM app.organization)
      || ' ' || (SELECT count(*) FROM app.report) || ' ' || (SELECT count(*) FROM app.saved_view) || ' ' || (SELECT count(*) FROM app.invitation)
      || ' ' || (SELECT count(*) FROM audit.event WHERE action <> 'refused') AS n`,
  );
  return row!.n;
}

const isNothing = (answer: unknown): boolean =>
  answer === null ||
  (Array.isArray(answer) ? answer : (answer as { nodes?: unknown[] } | undefined)?.nodes)?.length === 0;
