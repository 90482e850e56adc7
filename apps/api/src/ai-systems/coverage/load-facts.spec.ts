import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Records } from '../../../test/records.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { randomRegister } from './testing-register.ts';

const SEGMENTS = `segments { from through state agreement { id } reasons { key text linkId agreementId } }`;
const TIMELINE = `query ($filter: CoverageFilter) { flows: coverageTimeline(filter: $filter, first: 100) { nodes { id ${SEGMENTS} } } }`;
const WIDE: [string, string][] = [
  [
    'timeline',
    `{ coverageTimeline(first: 20) { nodes { id aiSystem { name } service { name vendor { name } } coverage { state reasons { text } }
       segments { agreement { title } } } } }`,
  ],
  [
    'gaps',
    '{ coverageGaps(first: 20) { nodes { id flow { aiSystem { name } service { name vendor { name } } coverage { agreement { title } } } } } }',
  ],
  ['matrix', '{ coverageMatrix(first: 20) { nodes { service { name vendor { name } } cells { state } } } }'],
  ['vendors', '{ vendors(first: 20) { nodes { id openGaps } } }'],
  [
    'systems',
    `{ aiSystems(first: 20) { nodes { name chain { lowerVendor { name } } phiFlows { service { name } segments { agreement { title } } } } } }`,
  ],
];

let app: TestApp;
let of: Records;
let made: Awaited<ReturnType<typeof randomRegister>>;
beforeAll(async () => {
  app = await startTestApp();
  of = new Records(app, await app.organization());
  made = await randomRegister(of, 23);
});
afterAll(() => app?.stop());

type Flow = { id: string; segments: unknown[] };
const flows = async (filter: object) =>
  (await of.officer.must<{ flows: { nodes: Flow[] } }>(TIMELINE, { filter })).flows.nodes;
const sorted = (found: readonly Flow[]) => found.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('what is read for some flows', () => {
  it('is all that their coverage rests on: by system, vendor and service the same as for all', async () => {
    const all = await flows({});
    expect(all.length).toBe(made.flows.length);
    expect(new Set(all.flatMap(({ segments }) => segments.map((one) => (one as { state: string }).state))).size).toBe(
      4,
    );
    const [bySystem, byVendor, byService] = [
      await Promise.all(made.systems.map((aiSystemId) => flows({ aiSystemId }))),
      await Promise.all(made.vendors.map((vendorId) => flows({ vendorId }))),
      await Promise.all(made.services.map(({ id: serviceId }) => flows({ serviceId }))),
    ];
    expect(sorted(bySystem.flat())).toEqual(sorted(all));
    const external = all.filter(({ id }) => made.flows.find((flow) => flow.id === id)!.serviceId !== null);
    expect(sorted(byVendor.flat())).toEqual(sorted(external));
    expect(sorted(byService.flat())).toEqual(sorted(external));
  });

  it.each(WIDE)('%s: as many statements for many rows as for few, and at most fifteen', async (_case, query) => {
    const few = new Records(app, await app.organization('One Clinic'));
    await randomRegister(few, 2, 5);
    const statements = async (records: Records) => {
      // A change, so that no kept answer is used.
      await records.vendor();
      const client = records.officer;
      const spy = vi.spyOn(pg.Client.prototype, 'query');
      await client.must(query);
      const texts = spy.mock.calls.map(([asked]) => (asked as { text?: string }).text ?? String(asked));
      spy.mockRestore();
      return texts.filter((text) => text.includes('app.'));
    };
    const [many, one] = [await statements(of), await statements(few)];
    expect(many.length).toBe(one.length);
    expect(many.length).toBeGreaterThan(5);
    expect(many.length, many.join('\n\n')).toBeLessThanOrEqual(15);
  });
});
