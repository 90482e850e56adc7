import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement } from '../../../test/agreements.ts';
import { importsOf } from '../../../test/imports.ts';
import { phiFlow } from '../../../test/phi-flows.ts';
import { Records } from '../../../test/records.ts';
import { type Client, startTestApp, type TestApp } from '../../../test/test-app.ts';
import { startTestWorker } from '../../../test/worker.ts';

let app: TestApp;
let worker: { stop(): Promise<void> };
let officer: Client;
let of: Records;
let imports: ReturnType<typeof importsOf>;

/** Each part begins with an organization of its own. */
async function newOrganization() {
  officer = await app.organization();
  of = new Records(app, officer);
  imports = importsOf(officer, 'vendor');
}
beforeAll(async () => {
  app = await startTestApp();
  worker = await startTestWorker(app);
});
afterAll(async () => {
  await worker?.stop();
  await app?.stop();
});

interface Vendor {
  id: string;
  version: number;
  name: string;
  tier: string;
  owner: string;
  contacts: { email: string }[];
  services: {
    id: string;
    version: number;
    name: string;
    description: string;
    phi: string;
    ai: string;
    notes: string;
  }[];
}
const vendors = async () =>
  (
    await officer.must<{ vendors: { nodes: Vendor[] } }>(
      `{ vendors { nodes { id version name tier owner contacts { email } services { id version name description phi ai notes } } } }`,
    )
  ).vendors.nodes;
const vendorNamed = async (name: string) => (await vendors()).find((vendor) => vendor.name === name)!;
const change = (operation: string, type: string, input: object) =>
  officer.must(`mutation ($input: ${type}!) { ${operation}(input: $input) { id } }`, { input });

describe('an import taken back', () => {
  beforeAll(newOrganization);
  const ROWS = 'Vendor,Product\nAlpha,A\nBeta,B\nGamma,C\nDelta,D\nEpsilon,E\nZeta,Z\n';

  it('withdraws what it made, unless somebody changed or uses it, and says so', async () => {
    const { applied } = await imports.importAll(ROWS);
    const [alpha, beta, gamma, epsilon, zeta] = await Promise.all(
      ['Alpha', 'Beta', 'Gamma', 'Epsilon', 'Zeta'].map(vendorNamed),
    );
    const { id, version } = alpha!.services[0]!;
    await change('updateService', 'UpdateServiceInput', { id, version, facts: { phi: 'yes' } });
    await of.vendorEvidence(beta!.id);
    await change('addSubprocessor', 'AddSubprocessorInput', {
      upperVendorId: gamma!.id,
      upperServiceId: gamma!.services[0]!.id,
      lowerVendorId: (await of.vendor()).id,
      facts: {},
    });
    await agreement(of, { vendorId: epsilon!.id, serviceIds: [epsilon!.services[0]!.id] });
    await phiFlow(of, { serviceId: zeta!.services[0]!.id });
    const undone = await imports.step('undoImport', applied);
    expect(undone).toMatchObject({
      status: 'undone',
      problem:
        '2 services and 1 vendor withdrawn, 1 service changed since and left as they are, 3 services and 5 vendors in use and left as they are.',
    });
    expect(
      (await vendors())
        .filter(({ name }) => /^(Alpha|Beta|Gamma|Delta|Epsilon|Zeta)$/.test(name))
        .map(({ name, services }) => [name, services.length]),
    ).toEqual([
      ['Alpha', 1],
      ['Beta', 0],
      ['Epsilon', 1],
      ['Gamma', 1],
      ['Zeta', 1],
    ]);
    const left = await imports.rows(applied.id, 'remarked: true');
    expect(left.map(({ rowNumber, messages }) => [rowNumber, messages.map(({ text }) => text)])).toEqual([
      [2, ['In use: services of it stay. Left as it is.', 'Changed since the import; left as it is.']],
      [3, ['In use: documents of it are on file. Left as it is.']],
      [4, ['In use: services of it stay. Left as it is.', 'In use: the subprocessor chain names it. Left as it is.']],
      [6, ['In use: services of it stay. Left as it is.', 'In use: an agreement lists it. Left as it is.']],
      [7, ['In use: services of it stay. Left as it is.', 'In use: PHI flows to it. Left as it is.']],
    ]);
  });

  it('is found again by the next: what was withdrawn comes back, nothing doubles', async () => {
    const before = await vendorNamed('Alpha');
    const { applied } = await imports.importAll(ROWS);
    expect(applied.records).toMatchObject([
      { entity: 'vendor', created: 1, unchanged: 5 },
      { entity: 'service', created: 2, unchanged: 4 },
    ]);
    expect(await vendorNamed('Alpha')).toEqual(before);
    const [counts] = await app.sql(
      `SELECT (SELECT count(*)::int FROM app.vendor WHERE org_id = $1 AND import_key IS NOT NULL AND withdrawn_at IS NULL) AS vendors,
         (SELECT count(*)::int FROM app.service WHERE org_id = $1 AND import_key IS NOT NULL AND withdrawn_at IS NULL) AS services`,
      [officer.orgId],
    );
    expect(counts).toEqual({ vendors: 6, services: 6 });
  });
});

describe('an import of vendors', () => {
  beforeAll(newOrganization);

  it('keeps a formula and a naughty string as they are written', async () => {
    const names = [
      `=HYPERLINK("http://evil.example","x")`,
      '@SUM(1+1)',
      '-1+cmd',
      '<script>alert(1)</script>',
      "Robert'); --",
    ];
    const csv = `Vendor\n${names.map((name) => `"${name.replaceAll('"', '""')}"`).join('\n')}\n`;
    await imports.importAll(csv);
    expect((await vendors()).map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('writes all or nothing', async () => {
    const checked = await imports.check('Vendor,Product\nWhole One,A\nWhole Two,B\n');
    await app.sql(
      `CREATE FUNCTION pg_temp.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.name = 'B' THEN RAISE EXCEPTION 'refused by the test'; END IF; RETURN NEW; END $$;
       CREATE TRIGGER fail_once BEFORE INSERT ON app.service FOR EACH ROW EXECUTE FUNCTION pg_temp.fail()`,
    );
    const applied = await imports.step('applyImport', checked);
    await app.sql('DROP TRIGGER fail_once ON app.service');
    expect(applied).toMatchObject({ status: 'checked', problem: 'It failed on our side; nothing was changed.' });
    expect((await vendors()).filter(({ name }) => name.startsWith('Whole'))).toEqual([]);
    expect(await imports.step('applyImport', applied)).toMatchObject({ status: 'applied', created: 2 });
  });

  it('is for those who keep vendors: others are refused by its own permission, on the record', async () => {
    const { body } = await imports.upload('Vendor\nOrder Co\n');
    const present = await imports.read(body.id!);
    const analyst = await app.member(officer, 'security_analyst');
    expect((await imports.upload('Vendor\nX\n', analyst)).status).toBe(403);
    const code = async (text: string, variables: Record<string, unknown> = {}) =>
      (await analyst.ask(text, variables)).errors?.[0]?.extensions.code;
    const input = { id: present.id, version: present.version };
    expect(await code(`query ($id: ID!) { dataImport(id: $id) { id } }`, { id: present.id })).toBe('FORBIDDEN');
    expect(await code('{ dataImports(kind: vendor) { id } }')).toBe('FORBIDDEN');
    expect(await code('{ dataImports(kind: ai_system) { id } }')).toBeUndefined();
    for (const [name, type, more] of [
      ['checkImport', 'CheckImportInput', { mapping: present.mapping }],
      ['applyImport', 'ImportStepInput', {}],
      ['undoImport', 'ImportStepInput', {}],
    ] as const)
      expect(
        await code(`mutation ($input: ${type}!) { ${name}(input: $input) { id } }`, { input: { ...input, ...more } }),
        name,
      ).toBe('FORBIDDEN');
    const refusals = await app.sql(
      `SELECT command FROM audit.event WHERE actor = $1 AND action = 'refused' ORDER BY id`,
      [`member:${analyst.memberId}`],
    );
    expect(refusals.map(({ command }) => command)).toEqual([
      'vendor.import',
      'vendor.import',
      'vendor.import',
      'vendor.import',
      'vendor.import',
      'vendor.undo-import',
    ]);
    const manager = await app.member(officer, 'vendor_manager');
    expect((await imports.upload('Vendor\nX\n', manager)).status).toBe(201);
  });

  it('is nothing to another organization: its id answers like a missing one', async () => {
    const { body } = await imports.upload('Vendor\nHidden Co\n');
    const stranger = await app.organization('Another Clinic');
    const missing = '019a0000-0000-7000-8000-000000000000';
    const ask = (id: string) => stranger.ask(`query ($id: ID!) { dataImport(id: $id) { id } }`, { id });
    expect(await ask(body.id!)).toEqual(await ask(missing));
    const undo = (id: string) =>
      stranger.ask(`mutation ($input: ImportStepInput!) { undoImport(input: $input) { id } }`, {
        input: { id, version: 1 },
      });
    expect(await undo(body.id!)).toEqual(await undo(missing));
    expect((await undo(missing)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { dataImports } = await stranger.must<{ dataImports: unknown[] }>('{ dataImports(kind: vendor) { id } }');
    expect(dataImports).toEqual([]);
  });

  it('leaves exactly its events in the log, in its own name', async () => {
    const { applied } = await imports.importAll('Vendor,Product\nAudited Co,A\nAudited Co,B\n');
    await imports.step('undoImport', applied);
    const events = await app.sql(
      `SELECT command, entity, action, count(*)::int AS n FROM audit.event WHERE org_id = $1 AND entity IN ('vendor', 'service')
         AND payload LIKE '%udited co%' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [officer.orgId],
    );
    expect(events).toEqual([
      { command: 'vendor.import', entity: 'service', action: 'insert', n: 2 },
      { command: 'vendor.import', entity: 'vendor', action: 'insert', n: 1 },
      { command: 'vendor.undo-import', entity: 'service', action: 'update', n: 2 },
      { command: 'vendor.undo-import', entity: 'vendor', action: 'update', n: 1 },
    ]);
    const own = await app.sql(
      `SELECT DISTINCT command FROM audit.event WHERE entity = 'data_import' AND entity_id = $1 ORDER BY 1`,
      [applied.id],
    );
    expect(own.map(({ command }) => command)).toEqual(['vendor.import', 'vendor.undo-import']);
  });

  it('is refused for a kind that there is not', async () => {
    const form = new FormData();
    form.set('file', new Blob(['Vendor\nX\n']), 'x.csv');
    const response = await officer.fetch('/imports?kind=people', { method: 'POST', body: form });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(/kind must be one of/) }],
    });
  });
});
