import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, changed, day, endedAgreement, SIGNED, signedAgreement } from '../../test/agreements.ts';
import { Records } from '../../test/records.ts';
import { startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

interface List {
  agreements: {
    totalCount: number;
    nodes: { id: string; title: string; vendor: { name: string }; standing: { stage: string } }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
    facets: Record<string, { value: string; count: number }[]>;
  };
}
const LIST = `query ($filter: AgreementFilter, $sort: AgreementSort, $direction: SortDirection, $first: Int = 50, $after: String, $asOf: Date) {
  agreements(filter: $filter, sort: $sort, direction: $direction, first: $first, after: $after, asOf: $asOf) {
    totalCount nodes { id title vendor { name } standing { stage } } pageInfo { endCursor hasNextPage }
    facets { stage { value count } parties { value count } renewal { value count } owner { value count } } } }`;

/** One agreement for each situation, with vendors and services of telling names. */
async function register(name: string) {
  const of = new Records(app, await app.organization(name));
  const vendorIds = [(await of.vendor({ name: 'Zephyr Notes' })).id, (await of.vendor({ name: 'alba Voice' })).id];
  const service = async (at: number, called: string) => [(await of.service(vendorIds[at], { name: called })).id];
  const facts = (title: string, more: object = {}) => ({ facts: { title, owner: 'Dana', ...more } });
  await agreement(of, { vendorId: vendorIds[0], serviceIds: await service(0, 'Summaries'), ...facts('Draft') });
  await agreement(of, {
    vendorId: vendorIds[1],
    serviceIds: await service(1, 'Dictation'),
    ...facts('sent', { sentOn: '2024-01-05', owner: 'Ruth' }),
  });
  await signedAgreement(of, { vendorId: vendorIds[0], serviceIds: await service(0, 'Letters'), ...facts('Going on') });
  await signedAgreement(of, {
    vendorId: vendorIds[1],
    serviceIds: await service(1, 'Coding help'),
    ...facts('Soon', { renewal: 'fixed', termEndsOn: day(20) }),
  });
  await signedAgreement(of, {
    vendorId: vendorIds[1],
    serviceIds: await service(1, 'Triage'),
    ...facts('Later', { renewal: 'fixed', termEndsOn: day(60) }),
  });
  await endedAgreement(of, { vendorId: vendorIds[0], serviceIds: await service(0, 'Search'), ...facts('Over') });
  const ask = (variables: object = {}) => of.officer.must<List>(LIST, { ...variables });
  const titles = async (variables: object = {}) => (await ask(variables)).agreements.nodes.map(({ title }) => title);
  return { of, vendorIds, ask, titles };
}

describe('the list of agreements', () => {
  let on: Awaited<ReturnType<typeof register>>;
  beforeAll(async () => {
    on = await register('Listing Clinic');
  });

  it('is sorted by vendor, or as asked', async () => {
    expect((await on.ask()).agreements.nodes.map(({ vendor }) => vendor.name)).toEqual([
      ...Array(3).fill('alba Voice'),
      ...Array(3).fill('Zephyr Notes'),
    ]);
    expect(await on.titles({ sort: 'title' })).toEqual(['Draft', 'Going on', 'Later', 'Over', 'sent', 'Soon']);
    expect((await on.ask({ sort: 'stage' })).agreements.nodes.map(({ standing }) => standing.stage)).toEqual([
      'drafted',
      'sent',
      'in_effect',
      'in_effect',
      'in_effect',
      'ended',
    ]);
    expect((await on.titles({ sort: 'in_effect_through' })).slice(0, 3)).toEqual(['Over', 'Soon', 'Later']);
    expect((await on.titles({ sort: 'updated_at', direction: 'descending' }))[0]).toBe('Over');
  });

  it('is paged in every order without a gap or a repeat', async () => {
    for (const sort of ['title', 'vendor', 'stage', 'effective_on', 'in_effect_through', 'updated_at'])
      for (const direction of ['ascending', 'descending']) {
        const seen: string[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const { agreements }: List = await on.ask({ sort, direction, first: 2, after });
          seen.push(...agreements.nodes.map(({ id }) => id));
          [after, more] = [agreements.pageInfo.endCursor, agreements.pageInfo.hasNextPage];
        }
        expect([sort, direction, seen.length, new Set(seen).size]).toEqual([sort, direction, 6, 6]);
      }
  });

  it.each<[string, object, string[]]>([
    ['a word of the title', { search: 'going' }, ['Going on']],
    ['a word of the vendor', { search: 'ALBA' }, ['Later', 'sent', 'Soon']],
    ['a word of a service', { search: 'dict' }, ['sent']],
    ['two words, each anywhere', { search: 'zephyr search' }, ['Over']],
    ['a sign that means anything elsewhere', { search: '%' }, []],
    ['stages', { stage: ['drafted', 'ended'] }, ['Draft', 'Over']],
    ['parties', { parties: ['ba_to_subcontractor'] }, []],
    ['renewal', { renewal: ['fixed'] }, ['Later', 'Soon']],
    ['owner', { owner: ['Ruth'] }, ['sent']],
    ['an end within 30 days', { expiringWithinDays: 30 }, ['Soon']],
    ['an end within 90 days', { expiringWithinDays: 90 }, ['Later', 'Soon']],
    ['something still to be returned', { obligationsOpen: true }, ['Over']],
    ['nothing to be returned', { obligationsOpen: false, stage: ['ended', 'sent'] }, ['sent']],
    ['an id that none has', { vendorId: 'x' }, []],
  ])('is filtered by %s', async (_case, filter, titles) => {
    const { agreements } = await on.ask({ filter, sort: 'title' });
    expect(agreements.nodes.map(({ title }) => title)).toEqual(titles);
    expect(agreements.totalCount).toBe(titles.length);
  });

  it('is filtered by a vendor', async () => {
    expect(await on.titles({ filter: { vendorId: on.vendorIds[0] }, sort: 'title' })).toEqual([
      'Draft',
      'Going on',
      'Over',
    ]);
  });

  it('counts what each choice would leave, all other filters applied', async () => {
    const { facets } = (await on.ask({ filter: { renewal: ['evergreen'], owner: ['Dana'] } })).agreements;
    expect(facets).toEqual({
      stage: [
        { value: 'drafted', count: 1 },
        { value: 'ended', count: 1 },
        { value: 'in_effect', count: 1 },
      ],
      parties: [{ value: 'ce_to_ba', count: 3 }],
      renewal: [
        { value: 'evergreen', count: 3 },
        { value: 'fixed', count: 2 },
      ],
      owner: [
        { value: 'Dana', count: 3 },
        { value: 'Ruth', count: 1 },
      ],
    });
  });

  it('refuses a filter that cannot be', async () => {
    for (const filter of [{ expiringWithinDays: -1 }, { expiringWithinDays: 40_000 }, { owner: ['a\u0000'] }])
      expect(await on.of.officer.codeOf(LIST, { filter })).toBe('INVALID');
  });
});

describe('the board', () => {
  const BOARD = `query ($asOf: Date) { agreementBoard(asOf: $asOf) { on missing { count services { service { id name } since aiSystems } }
    inNegotiation { count agreements { title } } signed { count agreements { title } } expiringIn90 { count agreements { title } }
    expiringIn30 { count agreements { title } } endedOpen { count agreements { title } } } }`;
  type Board = Record<string, { count: number; agreements: { title: string }[] }> & {
    missing: { count: number; services: { service: { id: string }; since: string; aiSystems: number }[] };
  };

  it('has each agreement in its column, soonest first, and services without one', async () => {
    const { of } = await register('Board Clinic');
    const flow = async (serviceId: string, startsOn: string, endsOn: string | null = null) =>
      of.officer.must(`mutation ($input: CreatePhiFlowInput!) { createPhiFlow(input: $input) { id } }`, {
        input: { aiSystemId: (await of.system()).id, facts: { serviceId, startsOn, endsOn, exposures: ['prompt'] } },
      });
    const [bare, listed, former, subOnly] = await Promise.all([0, 1, 2, 3].map(() => of.service()));
    for (const startsOn of ['2025-05-01', '2025-03-01']) await flow(bare!.id, startsOn);
    await flow(former!.id, '2025-01-01', '2025-06-30');
    await flow(listed!.id, '2025-01-01');
    await flow(subOnly!.id, '2025-04-01');
    const vendorOf = async (id: string) =>
      (await app.sql('SELECT vendor_id FROM app.service WHERE id = $1', [id]))[0]!.vendor_id;
    await agreement(of, {
      vendorId: await vendorOf(listed!.id),
      serviceIds: [listed!.id],
      facts: { title: 'On its way', draftedOn: '2023-01-01' },
    });
    await signedAgreement(of, {
      vendorId: await vendorOf(subOnly!.id),
      serviceIds: [subOnly!.id],
      upperVendorId: (await of.vendor()).id,
      parties: 'ba_to_subcontractor',
      facts: { title: 'Below a vendor' },
    });
    const { agreementBoard } = await of.officer.must<{ agreementBoard: Board }>(BOARD);
    const column = (name: string) => [
      agreementBoard[name]!.count,
      ...agreementBoard[name]!.agreements.map(({ title }) => title),
    ];
    expect(agreementBoard.missing).toEqual({
      count: 2,
      services: [
        { service: expect.objectContaining({ id: bare!.id }), since: '2025-03-01', aiSystems: 2 },
        { service: expect.objectContaining({ id: subOnly!.id }), since: '2025-04-01', aiSystems: 1 },
      ],
    });
    expect(column('inNegotiation')).toEqual([3, 'On its way', 'sent', 'Draft']);
    expect(column('signed')).toEqual([2, 'Below a vendor', 'Going on']);
    expect(column('expiringIn90')).toEqual([1, 'Later']);
    expect(column('expiringIn30')).toEqual([1, 'Soon']);
    expect(column('endedOpen')).toEqual([1, 'Over']);
  });
});

describe('as recorded on an earlier day', () => {
  it('an agreement, its parts, lists and the board stand as they stood', async () => {
    const { of, ask, titles } = await register('Earlier Clinic');
    const before = await ask({ sort: 'title' });
    const [, goingOn] = before.agreements.nodes;
    const part = await changed(of.officer, 'addCondition', 'AddConditionInput', {
      agreementId: goingOn!.id,
      condition: 'Zero data retention',
    });
    await changed(of.officer, 'setConditionStatus', 'SetConditionStatusInput', {
      conditionId: part.conditions[0]!.id,
      since: '2024-03-01',
      met: 'yes',
    });
    await app.sql('ALTER TABLE audit.event DISABLE TRIGGER USER');
    await app.sql(`UPDATE audit.event SET at = at - interval '10 days' WHERE org_id = $1`, [of.officer.orgId]);
    await app.sql('ALTER TABLE audit.event ENABLE TRIGGER USER');
    await changed(of.officer, 'removeCoveredService', 'RemoveCoveredServiceInput', {
      id: part.coveredServices[0]!.id,
      version: 1,
      reason: 'Mistake',
    });
    await changed(of.officer, 'setConditionStatus', 'SetConditionStatusInput', {
      conditionId: part.conditions[0]!.id,
      since: '2024-06-01',
      met: 'no',
    });
    await changed(of.officer, 'endAgreement', 'EndAgreementInput', {
      id: goingOn!.id,
      version: 1,
      endsOn: '2025-06-30',
      reason: 'x',
    });
    await signedAgreement(of, { facts: { title: 'New' }, signatures: SIGNED });

    const then = day(-5);
    expect((await ask({ sort: 'title', asOf: then })).agreements).toEqual(before.agreements);
    expect(await titles({ sort: 'title' })).toContain('New');
    expect(await titles({ filter: { search: 'letters' }, asOf: then }), 'services are searched as they were').toEqual([
      'Going on',
    ]);
    expect(await titles({ filter: { search: 'letters' } })).toEqual([]);
    expect(await titles({ filter: { obligationsOpen: true }, asOf: then })).toEqual(['Over']);
    const listed = async (asOf?: string) =>
      (
        await of.officer.must<{ agreements: { nodes: { coveredServices: unknown[] }[] } }>(
          `query ($asOf: Date) { agreements(filter: { search: "going" }, asOf: $asOf) { nodes { coveredServices { id } } } }`,
          { asOf },
        )
      ).agreements.nodes.map(({ coveredServices }) => coveredServices.length);
    expect([await listed(then), await listed()], 'what hangs on a row of the list').toEqual([[1], [0]]);
    const ONE = `query ($id: ID!, $asOf: Date) { agreement(id: $id, asOf: $asOf) { endsOn standing { stage } coveredServices { service { name vendor { name } } } conditions { met statuses { since } } obligations { category } vendor { agreements { title } } } }`;
    const read = async (asOf?: string) =>
      (await of.officer.must<{ agreement: unknown }>(ONE, { id: goingOn!.id, asOf })).agreement;
    expect(await read(then)).toEqual({
      endsOn: null,
      standing: { stage: 'in_effect' },
      coveredServices: [{ service: { name: 'Letters', vendor: { name: 'Zephyr Notes' } } }],
      conditions: [{ met: 'yes', statuses: [{ since: '2024-03-01' }] }],
      obligations: [],
      vendor: { agreements: expect.arrayContaining([{ title: 'Going on' }]) },
    });
    expect(await read()).toMatchObject({
      standing: { stage: 'ended' },
      coveredServices: [],
      conditions: [{ met: 'no' }],
      obligations: { length: 7 },
    });
    expect(await read(day(-20)), 'before it was recorded').toBeNull();
    const board = async (asOf?: string) =>
      (
        await of.officer.must<{
          agreementBoard: { on: string; signed: { count: number }; endedOpen: { count: number } };
        }>(`query ($asOf: Date) { agreementBoard(asOf: $asOf) { on signed { count } endedOpen { count } } }`, { asOf })
      ).agreementBoard;
    expect(await board(then)).toEqual({ on: then, signed: { count: 1 }, endedOpen: { count: 1 } });
    expect(await board()).toMatchObject({ signed: { count: 1 }, endedOpen: { count: 2 } });
  });

  it('where it stands is said for that day', async () => {
    const of = new Records(app, await app.organization('Standing Clinic'));
    const { id } = await signedAgreement(of, { facts: { renewal: 'fixed', termEndsOn: day(-4) } });
    await app.sql('ALTER TABLE audit.event DISABLE TRIGGER USER');
    await app.sql(`UPDATE audit.event SET at = at - interval '10 days' WHERE org_id = $1`, [of.officer.orgId]);
    await app.sql('ALTER TABLE audit.event ENABLE TRIGGER USER');
    const read = (asOf?: string) =>
      of.officer.must(
        `query ($id: ID!, $asOf: Date) { agreement(id: $id, asOf: $asOf) { standing { stage } }
          agreements(filter: { stage: [in_effect] }, asOf: $asOf) { totalCount } agreementBoard(asOf: $asOf) { expiringIn30 { count } } }`,
        { id, asOf },
      );
    const answer = (stage: string, count: number) => ({
      agreement: { standing: { stage } },
      agreements: { totalCount: count },
      agreementBoard: { expiringIn30: { count } },
    });
    expect(await read(day(-7))).toEqual(answer('in_effect', 1));
    expect(await read()).toEqual(answer('ended', 0));
  });
});
