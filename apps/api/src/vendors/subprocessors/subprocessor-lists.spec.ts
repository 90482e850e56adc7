import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MISSING_ID } from '../../../test/records.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { DIFFERENCE, Keeper, type Line, type List, line, READ, RECORD } from './testing.ts';

const FOLDER = fileURLToPath(new URL('../../../../../../shared/data/subprocessors/', import.meta.url));

let app: TestApp;
let keeper: Keeper;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  keeper = new Keeper(app, await app.organization());
});
afterAll(() => app?.stop());

describe.skipIf(!existsSync(FOLDER))('the four published lists (need ../shared/data/subprocessors)', () => {
  it.each([
    ['bloomapi-subprocessors.md', null, 4, 4],
    ['prown-ai-subprocessors-2025-12-16.md', '2025-12-16', 6, 6],
    ['retool-subprocessors.md', null, 9, 7],
    ['zed-subprocessors-2024-08-19.md', '2024-08-19', 11, 11],
  ])('%s is read, recorded, and opens its links', async (name, listedOn, lines, links) => {
    const vendorId = await keeper.vendor(`Publisher of ${name}`);
    const documentId = await keeper.records.evidence(readFileSync(FOLDER + name, 'utf8'), name);
    const { read } = await keeper.officer.must<{ read: { listedOn: string | null; entries: { entry: Line }[] } }>(
      READ,
      {
        vendorId,
        documentId,
      },
    );
    expect(read.listedOn).toBe(listedOn);
    expect(read.entries).toHaveLength(lines);
    const day = listedOn ?? '2026-01-31';
    const list = await keeper.record(
      vendorId,
      day,
      read.entries.map(({ entry }) => entry),
      { documentId, source: name },
    );
    expect(list).toMatchObject({ listedOn: day, document: { id: documentId, name }, difference: null, objectBy: null });
    expect(list.entries.map((entry) => entry.name)).toEqual(read.entries.map(({ entry }) => entry.name));
    const opened = (await keeper.graph(vendorId, day)).links;
    expect(opened).toHaveLength(links);
    for (const link of opened)
      expect(link).toMatchObject({
        phi: 'unknown',
        assurance: 'unknown',
        evidence: 'public_list',
        startsOn: day,
        endsOn: null,
        upperService: null,
        evidenceDocument: { id: documentId },
      });
    expect((await keeper.graph(vendorId, '2020-01-01')).links).toEqual([]);
  });

  it('names of one list are offered as vendors when the next is read', async () => {
    const publisher = await keeper.vendor('Zed');
    await keeper.record(publisher, '2024-08-19', [line('OpenAI'), line('Google Gemini')]);
    const other = await keeper.vendor('Prown');
    const name = 'prown-ai-subprocessors-2025-12-16.md';
    const documentId = await keeper.records.evidence(readFileSync(FOLDER + name, 'utf8'), name);
    const { read } = await keeper.officer.must<{
      read: { entries: { entry: Line; candidates: { name: string }[] }[] };
    }>(READ, { vendorId: other, documentId });
    expect(read.entries.slice(0, 3).map(({ candidates }) => candidates.map((one) => one.name))).toEqual([
      ['OpenAI'],
      [expect.stringContaining('Google')],
      [],
    ]);
  });
});

describe('a newer list', () => {
  it('says what it changed, and until when to object where the agreement gives days', async () => {
    const scribe = await keeper.vendor('Scribe Inc');
    await keeper.agreement(scribe, 30);
    const first = await keeper.record(scribe, '2025-01-15', [
      line('Nimbus Cloud', { location: 'Ohio' }),
      line('Parrot Mail', { purpose: 'Mail' }),
    ]);
    expect([first.difference, first.objectBy]).toEqual([null, null]);
    const [nimbus] = first.entries;
    const second = await keeper.record(scribe, '2025-06-01', [
      line('Nimbus Cloud, Inc.', { location: 'Ireland', vendorId: nimbus!.vendorId! }),
      line('Owl Analytics'),
    ]);
    expect(second.difference).toMatchObject({
      added: [{ name: 'Owl Analytics' }],
      removed: [{ name: 'Parrot Mail' }],
      changed: [
        {
          name: 'Nimbus Cloud, Inc.',
          facts: [
            { fact: 'name', before: 'Nimbus Cloud', after: 'Nimbus Cloud, Inc.' },
            { fact: 'location', before: 'Ohio', after: 'Ireland' },
          ],
        },
      ],
    });
    const [day] = await app.sql(`SELECT ((now() AT TIME ZONE 'America/New_York')::date + 30)::text AS "in30Days"`);
    expect(second.objectBy).toMatchObject({ on: day!.in30Days, reason: { key: 'from-recorded' } });
    expect(second.objectBy!.reason.text).toContain('“BAA of 2024” gives 30 days');
    expect(
      (await keeper.record(scribe, '2025-07-01', [line('Owl Analytics', { vendorId: second.entries[1]!.vendorId! })]))
        .objectBy,
    ).toBeNull();
  });

  it('gives no deadline where no agreement says so, or only one of another party does', async () => {
    const [scribe, cloud] = [await keeper.vendor('Scribe Inc'), await keeper.vendor('Nimbus Cloud')];
    await keeper.agreement(scribe, 30, cloud);
    await keeper.record(scribe, '2025-01-15', [line('Parrot Mail')]);
    expect((await keeper.record(scribe, '2025-06-01', [line('Owl Analytics')])).objectBy).toBeNull();
  });

  it('opens links, ends those it no longer names on the day before, and takes over its new words', async () => {
    const scribe = await keeper.vendor('Scribe Inc');
    const service = await keeper.records.service(scribe, { name: 'Dictation' });
    const first = await keeper.record(scribe, '2025-01-15', [
      line('Nimbus Cloud', { services: 'Dictation', location: 'Ohio' }),
      line('Parrot Mail'),
    ]);
    const before = (await keeper.graph(scribe, '2025-05-31')).links;
    expect(before.map(({ lowerVendor, upperService }) => [lowerVendor.name, upperService?.id])).toEqual([
      ['Nimbus Cloud', service.id],
      ['Parrot Mail', undefined],
    ]);
    await keeper.record(scribe, '2025-06-01', [
      line('Nimbus Cloud', { services: 'Dictation', location: 'Ireland', vendorId: first.entries[0]!.vendorId! }),
      line('Owl Analytics'),
    ]);
    expect(
      (await keeper.graph(scribe, '2025-05-31')).links.map(({ lowerVendor, endsOn }) => [lowerVendor.name, endsOn]),
    ).toEqual([
      ['Nimbus Cloud', null],
      ['Parrot Mail', '2025-05-31'],
    ]);
    expect((await keeper.graph(scribe, '2025-06-01')).links).toMatchObject([
      { id: before[0]!.id, location: 'Ireland', version: 2 },
      { lowerVendor: { name: 'Owl Analytics' }, startsOn: '2025-06-01' },
    ]);
  });

  it('that is older than the newest is kept, compared to the one before it, and changes no link', async () => {
    const scribe = await keeper.vendor('Scribe Inc');
    await keeper.record(scribe, '2025-01-15', [line('Nimbus Cloud')]);
    await keeper.record(scribe, '2025-06-01', [line('Owl Analytics')]);
    const links = (await keeper.graph(scribe, '2025-06-01')).links;
    const between = await keeper.record(scribe, '2025-03-01', [line('Parrot Mail')]);
    expect(between.difference).toMatchObject({ added: [{ name: 'Parrot Mail' }], removed: [{ name: 'Nimbus Cloud' }] });
    expect((await keeper.graph(scribe, '2025-06-01')).links).toEqual(links);
    const { vendor: found } = await keeper.officer.must<{ vendor: { subprocessorLists: List[] } }>(
      `query ($id: ID!) { vendor(id: $id) { subprocessorLists { listedOn ${DIFFERENCE} } } }`,
      { id: scribe },
    );
    expect(found.subprocessorLists.map(({ listedOn }) => listedOn)).toEqual(['2025-06-01', '2025-03-01', '2025-01-15']);
    expect(found.subprocessorLists[0]!.difference?.removed).toEqual([{ name: 'Parrot Mail' }]);
  });

  it('makes one vendor of a name that stands twice, and takes the chosen one for others', async () => {
    const scribe = await keeper.vendor('Scribe Inc');
    const aws = await keeper.vendor('Amazon Web Services');
    const before = await keeper.rows();
    const { entries } = await keeper.record(scribe, '2025-01-15', [
      line('Nimbus Cloud', { services: 'A' }),
      line('Nimbus Cloud, Inc.', { services: 'B' }),
      line('AWS', { vendorId: aws }),
    ]);
    expect(entries[0]!.vendorId).toBe(entries[1]!.vendorId);
    expect(entries[2]!.vendorId).toBe(aws);
    expect((await keeper.rows()).vendors).toBe(before.vendors + 1);
  });

  it('takes 1,000 lines at once', async () => {
    const scribe = await keeper.vendor('Scribe Inc');
    const lines = Array.from({ length: 1_000 }, (_, at) => line(`Vendor number ${at}`, { location: 'Ohio' }));
    expect((await keeper.record(scribe, '2025-01-15', lines)).entries).toHaveLength(1_000);
    expect(await keeper.graph(scribe)).toMatchObject({ complete: true, links: { length: 1_000 } });
  });
});

describe('a list that is refused leaves nothing behind', () => {
  it.each([
    ['no table', 'Nothing but words.', 'No table was found'],
    ['an empty header row', '| | |\n|-|-|\n|Nimbus|Hosting|\n', 'empty header row'],
    ['a merged cell', '<table><tr><th>Entity<th>Purpose<tr><td colspan="2">Nimbus</table>', 'merged cells in row 2'],
    ['no name', '|Purpose|Region|\n|-|-|\n|Hosting|Ohio|\n', 'names a subprocessor'],
    ['no such date', 'Dated: 2025-02-30\n\n|Entity|\n|-|\n|Nimbus|\n', '2025-02-30, a date that does not exist'],
  ])('read with %s', async (_, text, message) => {
    const vendorId = await keeper.vendor('Scribe Inc');
    const documentId = await keeper.records.evidence(text, 'list.md');
    const before = await keeper.records.everything();
    expect(await keeper.problemsOf(READ, { vendorId, documentId })).toEqual([
      { path: 'documentId', message: expect.stringContaining(message) },
    ]);
    expect(await keeper.records.everything()).toBe(before);
  });

  it('read from what is no document of ours, or no list at all', async () => {
    const vendorId = await keeper.vendor('Scribe Inc');
    const missing = [{ path: 'documentId', message: expect.stringContaining('names no uploaded document') }];
    expect(await keeper.problemsOf(READ, { vendorId, documentId: MISSING_ID })).toEqual(missing);
    const imported = await keeper.records.documentId();
    expect(await keeper.problemsOf(READ, { vendorId, documentId: imported })).toEqual(missing);
    const documentId = await keeper.records.evidence();
    expect(await keeper.problemsOf(READ, { vendorId: MISSING_ID, documentId })).toBe('NOT_FOUND');
  });

  it('recorded with a day that is taken, a vendor that is not there, or itself', async () => {
    const scribe = await keeper.vendor('Scribe Inc');
    await keeper.record(scribe, '2025-01-15', [line('Nimbus Cloud')]);
    const before = await keeper.rows();
    const input = (more: object) => ({
      input: { vendorId: scribe, listedOn: '2025-06-01', entries: [line('Owl'), line('Parrot')], ...more },
    });
    expect(await keeper.problemsOf(RECORD, input({ listedOn: '2025-01-15' }))).toMatchObject([{ path: 'listedOn' }]);
    expect(await keeper.problemsOf(RECORD, input({ listedOn: '2025-02-30' }))).toMatchObject([{ path: 'listedOn' }]);
    expect(await keeper.problemsOf(RECORD, input({ entries: [] }))).toMatchObject([{ path: 'entries' }]);
    expect(
      await keeper.problemsOf(RECORD, input({ entries: [line('Owl'), line('Us', { vendorId: scribe })] })),
    ).toMatchObject([{ path: 'entries.1.vendorId', message: 'is the vendor whose list this is' }]);
    expect(
      await keeper.problemsOf(RECORD, input({ entries: [line('Owl'), line('Gone', { vendorId: MISSING_ID })] })),
    ).toMatchObject([{ path: 'entries.1.vendorId', message: 'is no vendor on record' }]);
    expect(await keeper.problemsOf(RECORD, input({ documentId: MISSING_ID }))).toMatchObject([{ path: 'documentId' }]);
    expect(await keeper.rows()).toEqual(before);
  });

  it('recorded by two people at once with the same day: one of them learns that it is taken', async () => {
    const vendorId = await keeper.vendor('Scribe Inc');
    const variables = { input: { vendorId, listedOn: '2025-01-15', entries: [line('Nimbus Cloud')] } };
    const clients = await Promise.all([keeper.records.session(), keeper.records.session()]);
    const codes = await Promise.all(clients.map((client) => client.codeOf(RECORD, variables)));
    expect(codes.toSorted()).toEqual(['INVALID', 'OK']);
    expect(await keeper.rows()).toMatchObject({ lists: 1, entries: 1, links: 1 });
  });
});
