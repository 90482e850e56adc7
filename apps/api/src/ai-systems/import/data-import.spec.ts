import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importsOf } from '../../../test/imports.ts';
import { phiFlow } from '../../../test/phi-flows.ts';
import { Records } from '../../../test/records.ts';
import { type Client, startTestApp, type TestApp } from '../../../test/test-app.ts';
import { startTestWorker } from '../../../test/worker.ts';

const FEDERAL = join(
  import.meta.dirname,
  '../../../../../../shared/data/inventories/2025_individually_reported_AI_use_cases.csv',
);

describe('import of AI systems', () => {
  let app: TestApp;
  let worker: { stop(): Promise<void> };
  let officer: Client;
  let imports: ReturnType<typeof importsOf>;
  beforeAll(async () => {
    app = await startTestApp();
    worker = await startTestWorker(app);
    officer = await app.organization();
    imports = importsOf(officer, 'ai_system');
  });
  afterAll(async () => {
    await worker?.stop();
    await app?.stop();
  });

  const total = async () =>
    (await officer.must<{ aiSystems: { totalCount: number } }>(`{ aiSystems { totalCount } }`)).aiSystems.totalCount;

  const TABLE = 'Name,Department,PHI?,Stage\nScribe,Cardiology,yes,Live\nTriage bot,ED,no,Pilot\n,ED,no,Pilot\n';

  it('imports what can be, names what cannot, and doubles nothing when read again', async () => {
    const { checked, applied } = await imports.importAll(TABLE);
    expect(checked).toMatchObject({ created: 2, rejected: 1 });
    expect(applied).toMatchObject({ status: 'applied', created: 2, updated: 0 });
    const again = await imports.importAll(TABLE);
    expect(again.applied).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 1 });
    const { dataImport } = await officer.must<{ dataImport: { rows: { nodes: unknown[] } } }>(
      `query ($id: ID!) { dataImport(id: $id) { rows(outcome: [rejected]) { totalCount nodes { rowNumber outcome messages { severity column text } } } } }`,
      { id: applied.id },
    );
    expect(dataImport.rows.nodes).toEqual([
      {
        rowNumber: 4,
        outcome: 'rejected',
        messages: [{ severity: 'error', column: 'Name', text: expect.any(String) }],
      },
    ]);
    const { aiSystems } = await officer.must<{ aiSystems: { nodes: unknown[] } }>(
      `{ aiSystems { nodes { name department phi stage tier } } }`,
    );
    expect(aiSystems.nodes).toEqual([
      { name: 'Scribe', department: 'Cardiology', phi: 'yes', stage: 'live', tier: 3 },
      { name: 'Triage bot', department: 'ED', phi: 'no', stage: 'pilot', tier: 2 },
    ]);
  });

  it('shows a changed row as a difference, writes it, and takes it back', async () => {
    const { applied } = await imports.importAll(TABLE.replace('Cardiology,yes,Live', 'Cardiology,yes,Retired'));
    expect(applied).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    const { dataImport } = await officer.must<{ dataImport: { rows: { nodes: unknown[] } } }>(
      `query ($id: ID!) { dataImport(id: $id) { rows(outcome: [update]) { nodes { name records { changes { fact before after } } } } } }`,
      { id: applied.id },
    );
    expect(dataImport.rows.nodes).toEqual([
      { name: 'Scribe', records: [{ changes: [{ fact: 'stage', before: 'live', after: 'retired' }] }] },
    ]);
    expect(await imports.step('undoImport', applied)).toMatchObject({ status: 'undone', problem: '1 set back.' });
    const { aiSystems } = await officer.must<{ aiSystems: { nodes: { stage: string }[] } }>(
      `{ aiSystems(filter: { search: "scribe" }) { nodes { stage } } }`,
    );
    expect(aiSystems.nodes).toEqual([{ stage: 'live' }]);
  });

  it('withdraws what it made, except what somebody changed since, and finds it again next time', async () => {
    const before = await total();
    const { applied } = await imports.importAll('Name,Department\nOne,Undo\nTwo,Undo\n');
    const { aiSystems } = await officer.must<{ aiSystems: { nodes: { id: string; version: number }[] } }>(
      `{ aiSystems(filter: { department: ["Undo"] }) { nodes { id version name } } }`,
    );
    const [kept] = aiSystems.nodes;
    await officer.must(`mutation ($input: UpdateAiSystemInput!) { updateAiSystem(input: $input) { id } }`, {
      input: { id: kept!.id, version: kept!.version, facts: { notes: 'Ours now' } },
    });
    expect(await imports.step('undoImport', applied)).toMatchObject({
      status: 'undone',
      problem: '1 withdrawn, 1 changed since and left as they are.',
    });
    expect(await total()).toBe(before + 1);
    const again = await imports.importAll('Name,Department\nOne,Undo\nTwo,Undo\n');
    expect(again.applied).toMatchObject({ created: 1, unchanged: 1 });
    expect(await total()).toBe(before + 2);
  });

  it('leaves what a person corrected when the source says the same as last time', async () => {
    const source = 'Name,Department\nCorrected,Oncolgy\n';
    await imports.importAll(source);
    const { aiSystems } = await officer.must<{ aiSystems: { nodes: { id: string; version: number }[] } }>(
      `{ aiSystems(filter: { department: ["Oncolgy"] }) { nodes { id version } } }`,
    );
    const [{ id, version }] = aiSystems.nodes as [{ id: string; version: number }];
    await officer.must(`mutation ($input: UpdateAiSystemInput!) { updateAiSystem(input: $input) { id } }`, {
      input: { id, version, facts: { department: 'Oncology' } },
    });
    expect((await imports.importAll(source)).applied).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
  });

  it('leaves a system of which PHI flows are recorded, and says so', async () => {
    const { applied } = await imports.importAll('Name,Department\nSends PHI,Flows\nSends none,Flows\n');
    const [row] = await imports.rows(applied.id);
    await phiFlow(new Records(app, officer), { aiSystemId: row!.records[0]!.recordId! });
    expect(await imports.step('undoImport', applied)).toMatchObject({
      problem: '1 withdrawn, 1 in use and left as they are.',
    });
    const [left] = await imports.rows(applied.id, 'remarked: true');
    expect(left).toMatchObject({
      name: 'Sends PHI',
      messages: [{ text: 'In use: PHI flows are recorded of it. Left as it is.' }],
    });
  });

  it('points out a row that says the same as another in every column', async () => {
    const checked = await imports.check('Name,Id,Note\nTwin,,a\nTwin,,b\nTwin,,a\n');
    expect(checked).toMatchObject({ created: 3, remarked: 1 });
    const [row] = await imports.rows(checked.id, 'remarked: true');
    expect([row!.rowNumber, row!.messages[0]!.text]).toEqual([4, expect.stringMatching(/^Says the same as row 2 /)]);
  });

  it('refuses an unusable file with the reason, and keeps nothing of it', async () => {
    const files = await app.sql('SELECT count(*)::int AS n FROM app.document');
    for (const [content, reason] of [
      ['', /empty/],
      ['%PDF-1.7 \u0000\u0001', /./],
      ['Name\n', /no rows/],
      [`Name,B\n"open,1\n${'x,y\n'.repeat(10)}`, /opened and never closed/],
      [`Name\n${'x\n'.repeat(20_001)}`, /20,000/],
    ] as const) {
      const { status, body } = await imports.upload(content);
      expect(status, content.slice(0, 20)).toBe(422);
      expect(body.errors![0]!.message).toMatch(reason);
    }
    expect(await app.sql('SELECT count(*)::int AS n FROM app.document')).toEqual(files);
  });

  it('refuses a mapping that names a column twice or one that is not there, at the field', async () => {
    const { body } = await imports.upload(TABLE);
    const present = await imports.read(body.id!);
    const { errors } = await officer.ask(`mutation ($input: CheckImportInput!) { checkImport(input: $input) { id } }`, {
      input: {
        id: present.id,
        version: present.version,
        mapping: { name: { columns: ['Nmae'] } },
        filter: { column: 'Stage', anyOf: [] },
      },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'mapping.name' }] });
  });

  it.skipIf(!existsSync(FEDERAL))('imports the federal inventory of HHS and VA: 447 and 367 systems', async () => {
    const before = await total();
    const { checked, applied } = await imports.importAll(readFileSync(FEDERAL), {
      filter: { column: 'agency', anyOf: ['HHS', 'VA'] },
    });
    expect(checked).toMatchObject({ created: 814, leftOut: 3611 - 814, rejected: 0 });
    expect(applied).toMatchObject({ status: 'applied', created: 814 });
    expect(await total()).toBe(before + 814);
    const again = await imports.importAll(readFileSync(FEDERAL), {
      filter: { column: 'agency', anyOf: ['HHS', 'VA'] },
    });
    expect(again.applied).toMatchObject({ created: 0, updated: 0, unchanged: 814 });
  });

  it('is an import of its organization, for those who may import', async () => {
    const auditor = await app.member(officer, 'auditor');
    expect((await imports.upload(TABLE, auditor)).status).toBe(403);
    expect((await imports.upload(TABLE, app.client())).status).toBe(401);
    const { body } = await imports.upload(TABLE);
    const stranger = await app.organization('Another Clinic');
    const ask = (id: string) => stranger.ask(`query ($id: ID!) { dataImport(id: $id) { id } }`, { id });
    expect(await ask(body.id!)).toEqual(await ask('019a0000-0000-7000-8000-000000000000'));
    const events = await app.sql(
      `SELECT command, action FROM audit.event WHERE entity = 'data_import' AND entity_id = $1`,
      [body.id],
    );
    expect(events).toEqual([{ command: 'ai-system.import', action: 'insert' }]);
  });
});
