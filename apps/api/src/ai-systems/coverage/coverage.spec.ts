import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Records } from '../../../test/records.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { type Situations, situations } from './testing.ts';

const SUMMARY = `query ($on: Date) { summary: coverageSummary(on: $on) {
  on flows uncovered unknown aiSystems aiSystemsWithGaps vendorsWithGaps pastGaps } }`;
const GAPS = `query ($filter: CoverageFilter, $open: Boolean, $on: Date, $first: Int, $after: String) {
  gaps: coverageGaps(filter: $filter, open: $open, on: $on, first: $first, after: $after) {
    nodes { id from through days open state reasons { key text linkId } flow { aiSystem { name } service { name } coverage { state } } }
    totalCount reasons { value count } pageInfo { hasNextPage endCursor } } }`;
const TIMELINE = `query ($filter: CoverageFilter, $on: Date, $first: Int, $after: String) {
  flows: coverageTimeline(filter: $filter, on: $on, first: $first, after: $after) {
    nodes { aiSystem { name } service { name } place coverage { state agreement { title } } segments { from through state } }
    totalCount pageInfo { hasNextPage endCursor } } }`;
const MATRIX = `query ($on: Date, $first: Int, $after: String) { matrix: coverageMatrix(on: $on, first: $first, after: $after) {
  nodes { service { name vendor { name } } cells { exposure state flows } } totalCount pageInfo { hasNextPage endCursor } } }`;

interface Gap {
  from: string;
  through: string | null;
  days: number;
  state: string;
  reasons: { key: string; linkId: string | null }[];
  flow: { aiSystem: { name: string } };
}
interface Page<Node> {
  nodes: Node[];
  totalCount: number;
  reasons: { value: string; count: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
const ON = '2025-10-01';

let app: TestApp;
let of: Records;
let here: Situations;
beforeAll(async () => {
  app = await startTestApp();
  of = new Records(app, await app.organization());
  here = await situations(of);
});
afterAll(() => app?.stop());

const gaps = async (variables: Record<string, unknown> = {}) =>
  (await of.officer.must<{ gaps: Page<Gap> }>(GAPS, { on: ON, ...variables })).gaps;
const told = ({ nodes }: Page<Gap>) =>
  nodes.map(
    ({ flow, from, through, days, state, reasons }) =>
      `${flow.aiSystem.name} ${from}..${through ?? ''} ${days} ${state} ${reasons.map(({ key }) => key)}`,
  );

const TRIAGE = 'Triage 2024-04-01.. 549 uncovered no-agreement';
const CODER = 'Coder 2025-01-01.. 274 unknown subprocessor-unknown';
const PLANNER = 'Planner 2025-07-01.. 93 uncovered ended';
const SCRIBE = 'Scribe 2024-01-01..2024-01-31 31 uncovered not-yet-effective';

describe('where the organization stands', () => {
  it.each([
    ['2023-12-31', [0, 0, 0, 0, 0, 0, 0]],
    ['2024-01-15', [1, 1, 0, 1, 1, 1, 0]],
    ['2024-05-01', [4, 1, 0, 4, 1, 1, 1]],
    [ON, [4, 2, 1, 4, 3, 3, 1]],
    ['2035-01-01', [3, 1, 1, 3, 2, 2, 2]],
  ])('on %s', async (on, [flows, uncovered, unknown, aiSystems, aiSystemsWithGaps, vendorsWithGaps, pastGaps]) => {
    const { summary } = await of.officer.must<{ summary: unknown }>(SUMMARY, { on });
    expect(summary).toEqual({ on, flows, uncovered, unknown, aiSystems, aiSystemsWithGaps, vendorsWithGaps, pastGaps });
  });
});

describe('the list of gaps', () => {
  it('has open ones first, the longest first; then those that are over', async () => {
    const page = await gaps();
    expect(told(page)).toEqual([TRIAGE, CODER, PLANNER, SCRIBE]);
    expect(page.reasons).toEqual([
      { value: 'ended', count: 1 },
      { value: 'no-agreement', count: 1 },
      { value: 'not-yet-effective', count: 1 },
      { value: 'subprocessor-unknown', count: 1 },
    ]);
    expect(page.nodes[1]!.reasons[0]!.linkId).toBe(here.coder.links[0]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['open', { open: true }, [TRIAGE, CODER, PLANNER]],
    ['over', { open: false }, [SCRIBE]],
    ['unknown', { filter: { state: ['unknown'] } }, [CODER]],
    ['by reason', { filter: { reason: ['ended', 'no-agreement'] } }, [TRIAGE, PLANNER]],
    ['on an earlier day', { on: '2024-01-31' }, ['Scribe 2024-01-01.. 31 uncovered not-yet-effective']],
    [
      'long after: PHI before BAA is still there',
      { on: '2035-01-01', open: false },
      ['Planner 2025-07-01..2025-12-31 184 uncovered ended', SCRIBE],
    ],
    ['of what cannot be a record', { filter: { vendorId: '50abc' } }, []],
  ])('%s', async (_case, variables, expected) => {
    const page = await gaps(variables);
    expect(told(page)).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });

  it('of one system, vendor or service, in capitals too', async () => {
    const { triage, planner, coder } = here;
    expect(told(await gaps({ filter: { aiSystemId: triage.systemId } }))).toEqual([TRIAGE]);
    expect(told(await gaps({ filter: { vendorId: planner.vendorId.toUpperCase() } }))).toEqual([PLANNER]);
    expect(told(await gaps({ filter: { serviceId: coder.serviceId } }))).toEqual([CODER]);
    expect(told(await gaps({ filter: { serviceId: coder.serviceId, vendorId: planner.vendorId } }))).toEqual([]);
  });

  it('counts reasons with all other filters applied', async () => {
    const { reasons } = await gaps({ filter: { reason: ['ended'] }, open: true });
    expect(reasons.map(({ value }) => value)).toEqual(['ended', 'no-agreement', 'subprocessor-unknown']);
  });

  it('is paged without a gap or a repeat', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Page<Gap> = await gaps({ first: 1, after });
      seen.push(...told(page));
      [more, after] = [page.pageInfo.hasNextPage, page.pageInfo.endCursor];
    }
    expect(seen).toEqual([TRIAGE, CODER, PLANNER, SCRIBE]);
  });
});

describe('the timeline', () => {
  const flows = async (variables: Record<string, unknown> = {}) =>
    (await of.officer.must<{ flows: Page<{ aiSystem: { name: string } }> }>(TIMELINE, { on: ON, ...variables })).flows;
  const names = ({ nodes }: Awaited<ReturnType<typeof flows>>) => nodes.map(({ aiSystem }) => aiSystem.name);

  it('has every flow with its days, by system and place', async () => {
    const page = await flows();
    expect(names(page)).toEqual(['Coder', 'Planner', 'Scribe', 'Triage', 'Triage']);
    expect(page.nodes.slice(2)).toEqual([
      {
        aiSystem: { name: 'Scribe' },
        service: { name: 'Notes' },
        place: '',
        coverage: { state: 'covered', agreement: { title: expect.stringMatching(/^BAA/) } },
        segments: [
          { from: '2024-01-01', through: '2024-01-31', state: 'uncovered' },
          { from: '2024-02-01', through: null, state: 'covered' },
        ],
      },
      expect.objectContaining({
        service: null,
        place: 'Own data center',
        coverage: { state: 'not_needed', agreement: null },
      }),
      expect.objectContaining({ service: { name: 'Alerts' }, coverage: { state: 'uncovered', agreement: null } }),
    ]);
  });

  it('can be narrowed to what the day says', async () => {
    expect(names(await flows({ filter: { state: ['uncovered', 'unknown'] } }))).toEqual(['Coder', 'Planner', 'Triage']);
    expect(names(await flows({ filter: { state: ['uncovered'] }, on: '2026-01-01' }))).toEqual(['Triage']);
    expect(names(await flows({ filter: { reason: ['ended'] } }))).toEqual(['Planner']);
    expect(names(await flows({ filter: { aiSystemId: here.triage.systemId } }))).toEqual(['Triage', 'Triage']);
  });

  it('is paged without a gap or a repeat', async () => {
    const first = await flows({ first: 2 });
    const rest = await flows({ first: 50, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...names(first), ...names(rest)]).toEqual(['Coder', 'Planner', 'Scribe', 'Triage', 'Triage']);
  });
});

describe('the matrix', () => {
  const matrix = async (variables: Record<string, unknown>) =>
    (await of.officer.must<{ matrix: Page<{ service: { name: string } }> }>(MATRIX, variables)).matrix;

  it('has the services of the day and where PHI is exposed in them', async () => {
    const page = await matrix({ on: ON });
    expect(page.totalCount).toBe(4);
    expect(page.nodes.map(({ service }) => service.name)).toEqual(['Alerts', 'Codes', 'Notes', 'Plans']);
    expect(page.nodes[0]).toEqual({
      service: { name: 'Alerts', vendor: { name: 'Alerts Inc' } },
      cells: [
        { exposure: 'prompt', state: 'uncovered', flows: 1 },
        { exposure: 'cache', state: 'uncovered', flows: 1 },
      ],
    });
    const second = await matrix({ on: ON, first: 3, after: (await matrix({ on: ON, first: 1 })).pageInfo.endCursor });
    expect(second.nodes.map(({ service }) => service.name)).toEqual(['Codes', 'Notes', 'Plans']);
  });

  it('has none on a day without PHI', async () => {
    expect(await matrix({ on: '2023-12-31' })).toMatchObject({ nodes: [], totalCount: 0 });
  });
});

describe('a vendor and a system', () => {
  it('know their open gaps and the chain below', async () => {
    const { coder, scribe, triage } = here;
    const { vendors } = await of.officer.must<{ vendors: { nodes: { name: string; openGaps: number }[] } }>(
      `{ vendors(first: 50) { nodes { name openGaps } } }`,
    );
    expect(vendors.nodes.filter(({ openGaps }) => openGaps > 0)).toEqual([
      { name: 'Alerts Inc', openGaps: 1 },
      { name: 'Codes Inc', openGaps: 1 },
    ]);
    const chain = async (id: string) => {
      const { aiSystem } = await of.officer.must<{ aiSystem: { chain: { id: string }[] } }>(
        `query ($id: ID!) { aiSystem(id: $id) { chain { id upperVendor { name } lowerVendor { name } } } }`,
        { id },
      );
      return aiSystem.chain.map((one) => one.id);
    };
    expect(await chain(coder.systemId)).toEqual(coder.links);
    expect([await chain(scribe.systemId), await chain(triage.systemId)]).toEqual([[], []]);
  });
});

describe('bad input and standing cases', () => {
  it.each([
    ['on', { on: '2026-02-30' }],
    ['first', { first: 0 }],
    ['after', { after: 'abc' }],
    ['filter.reason', { filter: { reason: Array.from({ length: 501 }, () => 'ended') } }],
  ])('names %s', async (path, variables) => {
    const { errors } = await of.officer.ask(GAPS, variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path }] });
  });

  it('another organization sees nothing', async () => {
    const stranger = await app.organization('Another Health Plan');
    const all = `{ summary: coverageSummary { flows pastGaps aiSystems } gaps: coverageGaps { totalCount reasons { value } }
      flows: coverageTimeline { totalCount } matrix: coverageMatrix { totalCount } }`;
    expect(await stranger.must(all)).toEqual({
      summary: { flows: 0, pastGaps: 0, aiSystems: 0 },
      gaps: { totalCount: 0, reasons: [] },
      flows: { totalCount: 0 },
      matrix: { totalCount: 0 },
    });
    const { gaps: foreign } = await stranger.must<{ gaps: Page<Gap> }>(GAPS, {
      filter: { vendorId: here.triage.vendorId },
    });
    expect(foreign).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('a role without the permission is refused; reading is no event', async () => {
    const workforce = await app.member(of.officer, 'workforce_member');
    expect(await workforce.codeOf(SUMMARY)).toBe('FORBIDDEN');
    const count = async () => (await app.sql('SELECT count(*)::int AS n FROM audit.event'))[0]!.n;
    const before = await count();
    await gaps();
    expect(await count()).toBe(before);
  });
});
