import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MISSING_ID } from '../../../test/records.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { ADD, GRAPH, Keeper, UPDATE } from './testing.ts';

let app: TestApp;
let keeper: Keeper;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  keeper = new Keeper(app, await app.organization());
});
afterAll(() => app?.stop());

describe('a link that is said by hand', () => {
  it.each<[string, (of: Ends) => object, string]>([
    ['to the vendor itself', ({ upper }) => ({ lowerVendorId: upper }), 'lowerVendorId'],
    ['of a service of another vendor', ({ lowerService }) => ({ upperServiceId: lowerService }), 'upperServiceId'],
    ['to a service of another vendor', ({ upperService }) => ({ lowerServiceId: upperService }), 'lowerServiceId'],
    ['that ends before it starts', () => ({ facts: { startsOn: '2026-02-02', endsOn: '2026-02-01' } }), 'facts.endsOn'],
    [
      'whose agreement ends before it starts',
      () => ({ facts: { assuredFrom: '2026-02-02', assuredThrough: '2026-02-01' } }),
      'facts.assuredThrough',
    ],
    ['in place without evidence', () => ({ facts: { assurance: 'in_place' } }), 'facts.evidence'],
    [
      'with evidence that is not there',
      () => ({ facts: { evidenceDocumentId: MISSING_ID } }),
      'facts.evidenceDocumentId',
    ],
    ['with an agreement that is not there', () => ({ facts: { agreementId: MISSING_ID } }), 'facts.agreementId'],
    ['with our own agreement', ({ ours }) => ({ facts: { agreementId: ours } }), 'facts.agreementId'],
    ['with the agreement the other way round', ({ back }) => ({ facts: { agreementId: back } }), 'facts.agreementId'],
  ])('%s is INVALID', async (_, change, path) => {
    const of = await ends();
    const input = { upperVendorId: of.upper, lowerVendorId: of.lower, facts: {}, ...change(of) };
    expect(await keeper.problemsOf(ADD, { input })).toMatchObject([{ path }]);
    const { id, version } = await keeper.add(of.upper, of.lower);
    const { lowerVendorId, ...changes } = change(of) as { lowerVendorId?: string };
    if (!lowerVendorId)
      expect(await keeper.problemsOf(UPDATE, { input: { id, version, facts: {}, ...changes } })).toMatchObject([
        { path },
      ]);
    expect((await keeper.rows()).links).toBe(1);
  });

  it('is kept with its agreement, changed, and tells the second of two editors', async () => {
    const { upper, upperService, lower, between } = await ends();
    const { id } = await keeper.add(
      upper,
      lower,
      { phi: 'yes', assurance: 'in_place', evidence: 'copy', agreementId: between },
      { upperServiceId: upperService },
    );
    await keeper.officer.must(UPDATE, { input: { id, version: 1, facts: { location: 'Ohio' }, reason: 'Asked them' } });
    expect((await keeper.graph(upper)).links).toMatchObject([
      { id, version: 2, location: 'Ohio', phi: 'yes', agreementId: between, upperService: { id: upperService } },
    ]);
    const [on] = (await keeper.graph(upper)).links;
    expect(on).toMatchObject({ agreement: { id: between }, standing: { state: 'assured' } });
    expect((await keeper.graph(upper, '2023-12-31')).links).toMatchObject([
      { standing: { state: 'missing', reason: { text: expect.stringContaining('not in effect before 1 Jan 2024') } } },
    ]);
    expect(await keeper.officer.codeOf(UPDATE, { input: { id, version: 1, facts: { location: 'Iowa' } } })).toBe(
      'CONFLICT',
    );
    await keeper.officer.must(UPDATE, { input: { id, version: 2, upperServiceId: null, facts: {} } });
    expect((await keeper.graph(upper)).links).toMatchObject([{ version: 3, upperService: null, location: 'Ohio' }]);
  });
});

describe('the chain', () => {
  const names = async (vendorId: string, on?: string) =>
    (await keeper.graph(vendorId, on)).nodes.map(({ name }) => name).toSorted();

  it('is followed to any depth in both directions, and leaves out other customers of a subprocessor', async () => {
    const [a, b, c, d, e, other] = await Promise.all(
      ['A', 'B', 'C', 'D', 'E', 'Other'].map((name) => keeper.vendor(name)),
    );
    for (const [upper, lower] of [
      [a, b],
      [b, c],
      [c, d],
      [d, e],
      [other, d],
    ])
      await keeper.add(upper!, lower!);
    expect(await names(a!)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(await names(c!)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(await names(d!)).toEqual(['A', 'B', 'C', 'D', 'E', 'Other']);
    expect((await keeper.graph(a!)).links).toHaveLength(4);
  });

  it('ends also where it goes in circles, and meets itself again', async () => {
    const [a, b, c, d] = await Promise.all(['A', 'B', 'C', 'D'].map((name) => keeper.vendor(name)));
    for (const [upper, lower] of [
      [a, b],
      [b, c],
      [c, a],
      [a, d],
      [b, d],
    ])
      await keeper.add(upper!, lower!);
    for (const one of [a, b, c]) {
      expect(await names(one!)).toEqual(['A', 'B', 'C', 'D']);
      expect((await keeper.graph(one!)).links).toHaveLength(5);
    }
  });

  it('is that of the day asked for, without its links before and after', async () => {
    const [a, b, c] = await Promise.all(['A', 'B', 'C'].map((name) => keeper.vendor(name)));
    await keeper.add(a!, b!, { startsOn: '2026-02-01', endsOn: '2026-02-28' });
    await keeper.add(b!, c!);
    expect(await names(a!, '2026-01-31')).toEqual(['A']);
    expect(await names(a!, '2026-02-01')).toEqual(['A', 'B', 'C']);
    expect(await names(a!, '2026-02-28')).toEqual(['A', 'B', 'C']);
    expect(await names(a!, '2026-03-01')).toEqual(['A']);
  });

  it('is as it was recorded on an earlier day', async () => {
    const [a, b, c] = await Promise.all(['A', 'B', 'C'].map((name) => keeper.vendor(name)));
    const { id } = await keeper.add(a!, b!, { location: 'Ohio' });
    await app.sql(`ALTER TABLE audit.event DISABLE TRIGGER USER`);
    await app.sql(`UPDATE audit.event SET at = at - interval '10 days' WHERE org_id = $1`, [keeper.officer.orgId]);
    await app.sql(`ALTER TABLE audit.event ENABLE TRIGGER USER`);
    await keeper.officer.must(UPDATE, { input: { id, version: 1, facts: { location: 'Iowa' } } });
    await keeper.add(b!, c!);
    const day = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
    expect(await keeper.graph(a!, undefined, day)).toMatchObject({
      links: [{ id, version: 1, location: 'Ohio', lowerVendor: { name: 'B' } }],
    });
    expect((await keeper.graph(a!, undefined, day)).nodes).toHaveLength(2);
    expect((await keeper.graph(a!)).links).toHaveLength(2);
  });

  it('of a day that is none is INVALID, of a vendor that is none is empty', async () => {
    expect(await keeper.problemsOf(GRAPH, { vendorId: MISSING_ID, on: '2026-02-30' })).toMatchObject([{ path: 'on' }]);
    expect(await keeper.graph(MISSING_ID)).toEqual({ nodes: [], links: [], complete: true });
  });
});

interface Ends {
  readonly upper: string;
  readonly upperService: string;
  readonly lower: string;
  readonly lowerService: string;
  /** Of the upper with the lower; the other way round; of this organization with the lower. */
  readonly between: string;
  readonly back: string;
  readonly ours: string;
}
async function ends(): Promise<Ends> {
  const [upper, lower] = [await keeper.vendor('Scribe Inc'), await keeper.vendor('Nimbus Cloud')];
  return {
    upper,
    lower,
    upperService: (await keeper.records.service(upper)).id,
    lowerService: (await keeper.records.service(lower)).id,
    between: await keeper.agreement(lower, 30, upper),
    back: await keeper.agreement(upper, 30, lower),
    ours: await keeper.agreement(lower, 30),
  };
}
