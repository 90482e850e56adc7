import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MISSING_ID, Records } from '../../../test/records.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { ADD, GRAPH, Keeper, line, READ, RECORD, UPDATE } from './testing.ts';

let app: TestApp;
let keeper: Keeper;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  keeper = new Keeper(app, await app.organization());
});
afterAll(() => app?.stop());

describe('standing cases', () => {
  it('another organization sees nothing and changes nothing', async () => {
    const scribe = await keeper.vendor('Scribe Inc');
    const { id } = await keeper.add(scribe, await keeper.vendor('Nimbus Cloud'));
    const documentId = await keeper.records.evidence('|Entity|\n|-|\n|Nimbus|\n', 'list.md');
    const before = await keeper.records.everything();
    const stranger = await app.organization('Another Health Plan');
    const as = (vendorId: string, linkId: string, document: string) => [
      stranger.ask(GRAPH, { vendorId }),
      stranger.ask(READ, { vendorId, documentId: document }),
      stranger.ask(RECORD, { input: { vendorId, listedOn: '2025-01-01', entries: [line('x')] } }),
      stranger.ask(UPDATE, { input: { id: linkId, version: 1, facts: { location: 'x' } } }),
    ];
    expect(await Promise.all(as(scribe, id, documentId))).toEqual(
      await Promise.all(as(MISSING_ID, MISSING_ID, MISSING_ID)),
    );
    expect(await keeper.records.everything()).toBe(before);
  });

  it('a vendor of another organization is no vendor of a line, and no end of a link', async () => {
    const foreign = await new Records(app, await app.organization('Another Health Plan')).vendor();
    const scribe = await keeper.vendor('Scribe Inc');
    const entries = [line('x', { vendorId: foreign.id })];
    expect(
      await keeper.problemsOf(RECORD, { input: { vendorId: scribe, listedOn: '2025-01-01', entries } }),
    ).toMatchObject([{ path: 'entries.0.vendorId', message: 'is no vendor on record' }]);
    expect(
      await keeper.problemsOf(ADD, { input: { upperVendorId: scribe, lowerVendorId: foreign.id, facts: {} } }),
    ).toBe('NOT_FOUND');
  });

  it('a vendor that was merged into another is no vendor of a line, and no end of a link', async () => {
    const [scribe, kept, merged] = [
      await keeper.vendor('Scribe Inc'),
      await keeper.vendor('Nimbus'),
      await keeper.vendor('Nimbus Inc'),
    ];
    await keeper.officer.must(`mutation ($input: MergeVendorsInput!) { mergeVendors(input: $input) { id } }`, {
      input: { keepId: kept, keepVersion: 1, mergeId: merged, mergeVersion: 1, reason: 'The same' },
    });
    const input = { vendorId: scribe, listedOn: '2025-01-01', entries: [line('x', { vendorId: merged })] };
    expect(await keeper.problemsOf(RECORD, { input })).toMatchObject([{ message: 'is no vendor on record' }]);
    expect(await keeper.problemsOf(RECORD, { input: { ...input, vendorId: merged, entries: [line('x')] } })).toBe(
      'NOT_FOUND',
    );
    const link = { upperVendorId: scribe, lowerVendorId: merged, facts: {} };
    expect(await keeper.problemsOf(ADD, { input: link })).toBe('NOT_FOUND');
    expect((await keeper.rows()).links).toBe(0);
  });

  it('a role without the permission is refused, and the refusal is recorded', async () => {
    const vendorId = await keeper.vendor('Scribe Inc');
    const analyst = await app.member(keeper.officer, 'security_analyst');
    expect(await analyst.codeOf(GRAPH, { vendorId })).toBe('OK');
    const input = { vendorId, listedOn: '2025-01-01', entries: [line('x')] };
    expect(await analyst.codeOf(RECORD, { input })).toBe('FORBIDDEN');
    expect(await analyst.codeOf(ADD, { input: { upperVendorId: vendorId, lowerVendorId: vendorId, facts: {} } })).toBe(
      'FORBIDDEN',
    );
    const workforce = await app.member(keeper.officer, 'workforce_member');
    expect(await workforce.codeOf(GRAPH, { vendorId })).toBe('FORBIDDEN');
    const events = await app.sql(
      `SELECT action, command FROM audit.event WHERE actor = $1 AND entity = 'subprocessor' ORDER BY id`,
      [`member:${analyst.memberId}`],
    );
    expect(events).toEqual([
      { action: 'refused', command: 'subprocessor.record-list' },
      { action: 'refused', command: 'subprocessor.add' },
    ]);
  });

  it('the audit log holds exactly the expected events', async () => {
    const scribe = await keeper.vendor('Scribe Inc');
    const documentId = await keeper.records.evidence('|Entity|\n|-|\n|Nimbus|\n', 'list.md');
    const since = async () => {
      const events = await app.sql<{ command: string; entity: string; action: string }>(
        `SELECT command, entity, action FROM audit.event WHERE org_id = $1 ORDER BY id`,
        [keeper.officer.orgId],
      );
      return events.map(({ command, entity, action }) => `${command} ${entity} ${action}`);
    };
    const seen = (await since()).length;
    await keeper.officer.must(READ, { vendorId: scribe, documentId });
    expect((await since()).slice(seen), 'reading is no event').toEqual([]);
    const { entries } = await keeper.record(scribe, '2025-01-15', [line('Nimbus'), line('Owl')], { documentId });
    await keeper.record(scribe, '2025-02-15', [line('Nimbus', { vendorId: entries[0]!.vendorId!, location: 'Ohio' })]);
    const [link] = (await keeper.graph(scribe)).links;
    await keeper.officer.must(UPDATE, { input: { id: link!.id, version: link!.version, facts: { phi: 'yes' } } });
    const list = (entity: string, action = 'insert') => `subprocessor.record-list ${entity} ${action}`;
    expect((await since()).slice(seen)).toEqual([
      list('vendor'),
      list('vendor'),
      list('subprocessor_list'),
      list('subprocessor_entry'),
      list('subprocessor_entry'),
      list('subprocessor_link'),
      list('subprocessor_link'),
      list('subprocessor_list'),
      list('subprocessor_entry'),
      list('subprocessor_link', 'update'),
      list('subprocessor_link', 'update'),
      'subprocessor.update subprocessor_link update',
    ]);
  });
});
