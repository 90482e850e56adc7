import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { importsOf } from '../../../test/imports.ts';
import { Records } from '../../../test/records.ts';
import { type Client, startTestApp, type TestApp } from '../../../test/test-app.ts';
import { startTestWorker } from '../../../test/worker.ts';

const TABLE = `Vendor,Product,Description,PHI,AI,Tier,Owner,Contact email
Microsoft,Teams,Meetings,yes,no,High,Ana Lim,baa@microsoft.example
Microsoft,Copilot,Drafts,yes,yes,,,
Microsoft,Copilot,Summaries,yes,yes,,,
Lumen Voice,Dictation,Notes,maybe,yes,Low,,
Various,Maps,,,,,,
`;

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

describe('vendors from a table', () => {
  beforeAll(newOrganization);

  it('become vendors with their services, row by row, and what cannot be says why', async () => {
    const { checked, applied } = await imports.importAll(TABLE);
    expect(checked).toMatchObject({ created: 4, rejected: 1, remarked: 1 });
    expect(applied).toMatchObject({
      status: 'applied',
      records: [
        { entity: 'vendor', created: 2, updated: 0, unchanged: 0, rejected: 0 },
        { entity: 'service', created: 3, updated: 0, unchanged: 0, rejected: 0 },
      ],
    });
    expect(await vendors()).toEqual([
      expect.objectContaining({
        name: 'Lumen Voice',
        tier: 'low',
        services: [
          expect.objectContaining({ name: 'Dictation', phi: 'unknown', notes: 'Imported: “PHI” says maybe.' }),
        ],
      }),
      expect.objectContaining({
        name: 'Microsoft',
        tier: 'high',
        owner: 'Ana Lim',
        contacts: [{ email: 'baa@microsoft.example' }],
        services: [
          expect.objectContaining({ name: 'Copilot', description: 'Drafts\nSummaries', phi: 'yes', ai: 'yes' }),
          expect.objectContaining({ name: 'Teams', description: 'Meetings', ai: 'no' }),
        ],
      }),
    ]);
    const rejected = await imports.rows(applied.id, 'outcome: [rejected]');
    expect(rejected).toEqual([
      {
        rowNumber: 6,
        outcome: 'rejected',
        name: '',
        messages: [{ severity: 'error', column: 'Vendor', text: '“Various” names no vendor' }],
        records: [],
      },
    ]);
    const remarked = await imports.rows(applied.id, 'remarked: true');
    expect(remarked.map(({ rowNumber, messages }) => [rowNumber, messages.map(({ column }) => column)])).toEqual([
      [5, ['PHI']],
    ]);
  });

  it('are found again: nothing doubles', async () => {
    const before = await vendors();
    const { applied } = await imports.importAll(TABLE);
    expect(applied).toMatchObject({ created: 0, updated: 0, unchanged: 4, rejected: 1 });
    expect(await vendors()).toEqual(before);
  });

  it('change where the table changed, shown before, and not where a person corrected', async () => {
    const { id, version } = await vendorNamed('Microsoft');
    await change('updateVendor', 'UpdateVendorInput', { id, version, facts: { owner: 'Sam Ruiz' } });
    const changed = TABLE.replace('Meetings,yes,no,High', 'Meetings,yes,yes,Critical');
    const { checked, applied } = await imports.importAll(changed);
    expect(checked).toMatchObject({ created: 0, updated: 3 });
    const [row] = await imports.rows(checked.id, 'outcome: [update]');
    expect(row!.records.map(({ name, outcome, changes }) => [name, outcome, changes])).toEqual([
      ['Microsoft', 'update', [{ fact: 'tier', before: 'high', after: 'critical' }]],
      ['Teams', 'update', [{ fact: 'ai', before: 'no', after: 'yes' }]],
    ]);
    expect(await vendorNamed('Microsoft')).toMatchObject({ tier: 'critical', owner: 'Sam Ruiz' });
    expect(await imports.step('undoImport', applied)).toMatchObject({
      status: 'undone',
      problem: '1 service and 1 vendor set back.',
    });
    expect(await vendorNamed('Microsoft')).toMatchObject({ tier: 'high', owner: 'Sam Ruiz' });
  });
});

it('from a workbook are read the same', async () => {
  await newOrganization();
  const cells = TABLE.trim()
    .split('\n')
    .map((line) => line.split(',').map((value) => ({ type: String, value })));
  const { applied } = await imports.importAll(new Uint8Array(await writeExcelFile(cells).toBuffer()));
  expect(applied).toMatchObject({ created: 4, rejected: 1, remarked: 1 });
});

describe('products without a vendor column', () => {
  beforeAll(newOrganization);
  const PRODUCTS = 'AI Use Case,Name of Commercial Product or Service Used\n';

  it('name both, several in a cell where that is said', async () => {
    const { applied } = await imports.importAll(
      `${PRODUCTS}Drafts,"ChatGPT, Claude"\nSearch,Claude\nMaps,Various\nMail,\n`,
    );
    expect(applied).toMatchObject({ created: 2, rejected: 2 });
    expect(
      (await vendors()).map(({ name, services }) => [name, services.map((one) => [one.name, one.description])]),
    ).toEqual([
      ['ChatGPT', [['ChatGPT', 'Drafts']]],
      ['Claude', [['Claude', 'Drafts\nSearch']]],
    ]);
  });

  it('are one name each where it is not', async () => {
    const mapping = { serviceName: { columns: ['Name of Commercial Product or Service Used'] } };
    const checked = await imports.check(`${PRODUCTS}Drafts,"Gemini, Poe"\n`, { mapping });
    expect((await imports.rows(checked.id)).map(({ name }) => name)).toEqual(['Gemini, Poe']);
  });
});

describe('a vendor on record', () => {
  beforeAll(newOrganization);

  it('of the same name is that vendor; what people entered stays, what is blank is filled', async () => {
    const { id } = await of.vendor({ name: 'Abridge AI', owner: 'Dana Okafor' });
    const { applied } = await imports.importAll('Vendor,Product,Owner,Tier\nabridge ai,Scribe,Ana Lim,High\n');
    expect(applied.records).toMatchObject([
      { entity: 'vendor', created: 0, updated: 1 },
      { entity: 'service', created: 1 },
    ]);
    expect(await vendorNamed('Abridge AI')).toMatchObject({ id, tier: 'high', owner: 'Dana Okafor' });
    const [row] = await imports.rows(applied.id);
    expect(row!.messages.map(({ text }) => text)).toEqual([
      'Relationship owner: “Ana Lim” in the file, “Dana Okafor” on record, which stays.',
    ]);
  });

  it('that looks alike is pointed out, never taken for the same', async () => {
    const checked = await imports.check('Vendor\n"Abridge AI, Inc."\nNobody Like It\n');
    expect(checked).toMatchObject({ created: 2, remarked: 1 });
    const [row] = await imports.rows(checked.id);
    expect(row!.messages).toEqual([
      { severity: 'warning', column: null, text: expect.stringMatching(/^Looks like “Abridge AI” on record\. ./) },
    ]);
  });

  it('is found after it was merged into another', async () => {
    await imports.importAll('Vendor,Product\nOld Name,Chat\n');
    const keep = await of.vendor({ name: 'New Name' });
    const old = await vendorNamed('Old Name');
    await change('mergeVendors', 'MergeVendorsInput', {
      keepId: keep.id,
      keepVersion: keep.version,
      mergeId: old.id,
      mergeVersion: old.version,
      reason: 'Renamed',
    });
    const { applied } = await imports.importAll('Vendor,Product\nOld Name,Chat\nOld Name,Search\n');
    expect(applied.records).toMatchObject([
      { entity: 'vendor', created: 0, unchanged: 1 },
      { entity: 'service', created: 1, unchanged: 1 },
    ]);
    expect((await vendorNamed('New Name')).services.map(({ name }) => name)).toEqual(['Chat', 'Search']);
  });

  it('of which a service was removed keeps it so, and the row says so', async () => {
    await imports.importAll('Vendor,Product\nKept Co,Gone\nKept Co,Stays\n');
    const { id, version } = (await vendorNamed('Kept Co')).services.find(({ name }) => name === 'Gone')!;
    await change('removeService', 'RemoveServiceInput', { id, version, removedOn: '2026-01-05', reason: 'Replaced' });
    const checked = await imports.check('Vendor,Product\nKept Co,Gone\nKept Co,Stays\n');
    expect(checked).toMatchObject({ created: 0, unchanged: 1, rejected: 1 });
    const [row] = await imports.rows(checked.id, 'outcome: [rejected]');
    expect([row!.rowNumber, row!.messages]).toEqual([
      2,
      [
        {
          severity: 'error',
          column: null,
          text: '“Gone” was removed on 5 Jan 2026. An import changes nothing of it.',
        },
      ],
    ]);
  });

  it('that was offboarded stays as it is, and its rows say so', async () => {
    const { id, version } = await of.vendor({ name: 'Gone Corp' });
    await change('offboardVendor', 'OffboardVendorInput', {
      id,
      version,
      offboardedOn: '2026-01-05',
      reason: 'Replaced',
    });
    const checked = await imports.check('Vendor,Product\nGone Corp,Chat\n');
    expect(checked).toMatchObject({ created: 0, rejected: 1 });
    const [row] = await imports.rows(checked.id);
    expect(row!.messages).toEqual([
      {
        severity: 'error',
        column: null,
        text: '“Gone Corp” was offboarded on 5 Jan 2026. An import changes nothing of it.',
      },
    ]);
  });
});
