import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { day, flowTo } from '../../test/past-the-api.ts';
import { Records } from '../../test/records.ts';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';
import { Transaction } from '../kernel/transaction.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

const LIST = `query ($filter: VendorFilter, $sort: VendorSort, $direction: SortDirection, $first: Int = 50, $after: String, $asOf: Date) {
  vendors(filter: $filter, sort: $sort, direction: $direction, first: $first, after: $after, asOf: $asOf) {
    totalCount nodes { id name serviceCount } pageInfo { endCursor hasNextPage }
    facets { tier { value count } phi { value count } ai { value count } owner { value count } } } }`;
const UPDATE = `mutation ($input: UpdateVendorInput!) { made: updateVendor(input: $input) { id version name owner tier } }`;
const REMOVE = `mutation ($input: RemoveServiceInput!) { made: removeService(input: $input) { id version removedOn removedReason } }`;
const OFFBOARD = `mutation ($input: OffboardVendorInput!) { made: offboardVendor(input: $input) { id version offboardedOn offboardedReason } }`;

interface List {
  vendors: {
    totalCount: number;
    nodes: { id: string; name: string; serviceCount: number }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
    facets: Record<'tier' | 'phi' | 'ai' | 'owner', { value: string; count: number }[]>;
  };
}
const list = async (filter: Record<string, unknown>, rest: Record<string, unknown>, client: Client) =>
  (await client.must<List>(LIST, { filter, ...rest })).vendors;
const namesOf = ({ nodes }: List['vendors']) => nodes.map(({ name }) => name);

/** A client of an organization of its own, for what counts every record. */
const quietRecords = async (name: string) => new Records(app, await app.organization(name));
async function recordedDaysAgo(days: number, ...ids: string[]) {
  await app.sql(`ALTER TABLE audit.event DISABLE TRIGGER USER`);
  await app.sql(`UPDATE audit.event SET at = at - make_interval(days => $2) WHERE entity_id = ANY ($1)`, [ids, days]);
  await app.sql(`ALTER TABLE audit.event ENABLE TRIGGER USER`);
}

describe('the register of vendors', () => {
  it('finds a vendor by the words of its own and of its services, and counts its services in use', async () => {
    const of = await quietRecords('Search Clinic');
    const { id } = await of.vendor({ name: 'Lumen', description: 'Speech', owner: 'Ana', tier: 'critical' });
    await of.service(id, { name: 'Zephyr dictation', phi: 'yes', ai: 'yes' });
    const gone = await of.service(id, { name: 'Old fax', phi: 'no', ai: 'no' });
    await of.vendor({ name: 'Nimbus', tier: 'low' });
    await of.officer.must(REMOVE, { input: { ...gone, removedOn: day(0), reason: 'Unused' } });
    const found = (search: string) => list({ search }, {}, of.officer).then(namesOf);
    expect(await found('zephyr')).toEqual(['Lumen']);
    expect(await found('speech dictation')).toEqual(['Lumen']);
    expect(await found('fax')).toEqual([]);
    expect(await found('100%')).toEqual([]);
    const all = await list({}, {}, of.officer);
    expect(all.nodes.map(({ name, serviceCount }) => [name, serviceCount])).toEqual([
      ['Lumen', 1],
      ['Nimbus', 0],
    ]);
  });

  it('filters by the facts of vendors and of their services, and counts what each choice would leave', async () => {
    const of = await quietRecords('Facet Clinic');
    const [a, b] = [
      await of.vendor({ name: 'A', tier: 'high', owner: 'Ana' }),
      await of.vendor({ name: 'B', tier: 'low' }),
    ];
    await of.service(a.id, { phi: 'yes', ai: 'yes' });
    await of.service(a.id, { phi: 'yes', ai: 'no' });
    await of.service(b.id, { phi: 'no', ai: 'unknown' });
    const names = async (filter: Record<string, unknown>) => namesOf(await list(filter, {}, of.officer));
    expect(await names({ phi: ['yes'] })).toEqual(['A']);
    expect(await names({ phi: ['no', 'yes'], tier: ['low'] })).toEqual(['B']);
    expect(await names({ ai: ['unknown'], owner: ['Ana'] })).toEqual([]);
    const { facets } = await list({ phi: ['yes'] }, {}, of.officer);
    const counts = (facet: { value: string; count: number }[]) =>
      Object.fromEntries(facet.map(({ value, count }) => [value, count]));
    expect([counts(facets.phi), counts(facets.ai), counts(facets.tier), counts(facets.owner)]).toEqual([
      { yes: 1, no: 1 },
      { yes: 1, no: 1 },
      { high: 1 },
      { Ana: 1 },
    ]);
  });

  it('pages in the order of every sort, without a gap or a repeat', async () => {
    const of = await quietRecords('Paging Clinic');
    for (let number = 0; number < 13; number += 1)
      await of.vendor({ name: `Paged ${number}`, tier: number % 2 ? 'high' : 'low', owner: `Owner ${number % 3}` });
    for (const sort of ['name', 'tier', 'owner', 'next_review_on', 'updated_at'])
      for (const direction of ['ascending', 'descending']) {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const page: List['vendors'] = await list({}, { sort, direction, first: 4, after }, of.officer);
          seen.push(...page.nodes.map(({ id }) => id));
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after);
        expect([new Set(seen).size, seen.length], `${sort} ${direction}`).toEqual([13, 13]);
      }
  });

  it('answers lists, records and counts as recorded on an earlier day', async () => {
    const of = await quietRecords('Yesterday Clinic');
    const vendor = await of.vendor({ name: 'Before', owner: 'Ana' });
    const service = await of.service(vendor.id, { name: 'Early', phi: 'yes' });
    await recordedDaysAgo(10, vendor.id, service.id);
    await of.officer.must(UPDATE, { input: { ...vendor, facts: { name: 'After', owner: '' } } });
    await of.service(vendor.id, { name: 'Late' });
    const asOf = day(3);
    expect(namesOf(await list({}, { asOf }, of.officer))).toEqual(['Before']);
    expect((await list({}, { asOf }, of.officer)).nodes[0]!.serviceCount).toBe(1);
    expect(namesOf(await list({ search: 'late' }, { asOf }, of.officer))).toEqual([]);
    expect(namesOf(await list({}, { asOf: day(11) }, of.officer))).toEqual([]);
    const { vendor: then } = await of.officer.must<{ vendor: unknown }>(
      `query ($id: ID!, $asOf: Date) { vendor(id: $id, asOf: $asOf) { name services { name vendor { name } } } }`,
      { id: vendor.id, asOf },
    );
    expect(then).toEqual({ name: 'Before', services: [{ name: 'Early', vendor: { name: 'Before' } }] });
    const summary = (when: string | null) =>
      of.officer.must(`query ($asOf: Date) { vendorSummary(asOf: $asOf) { total services withPhi withoutOwner } }`, {
        asOf: when,
      });
    expect(await summary(asOf)).toEqual({ vendorSummary: { total: 1, services: 1, withPhi: 1, withoutOwner: 0 } });
    expect(await summary(null)).toEqual({ vendorSummary: { total: 1, services: 2, withPhi: 1, withoutOwner: 1 } });
  });

  it('needs as many statements for a long page as for a short one, and few', async () => {
    const of = await quietRecords('Statement Clinic');
    for (let number = 0; number < 12; number += 1) {
      const { id } = await of.vendor();
      await flowTo(of, (await of.service(id)).id);
      await of.vendorEvidence(id);
      await of.answer(id, 'data.location');
    }
    const statements = vi.spyOn(Transaction.prototype, 'query');
    const needed = async (first: number, more = '') => {
      statements.mockClear();
      const { vendors } = await of.officer.must<{ vendors: { nodes: { openGaps: number }[] } }>(
        `{ vendors(first: ${first}) { totalCount nodes { name openGaps serviceCount services { name phi } ${more} } } }`,
      );
      expect(vendors.nodes.map(({ openGaps }) => openGaps)).toEqual(Array.from({ length: first }, () => 1));
      return statements.mock.calls.length;
    };
    const everything = 'evidence { usedBy } dueDiligence { areas { questions { evidence { id } } } } agreements { id }';
    const counts = [await needed(2), await needed(12), await needed(2, everything), await needed(12, everything)];
    statements.mockRestore();
    expect([counts[1], counts[3]]).toEqual([counts[0], counts[2]]);
    expect(counts[0]).toBeGreaterThan(3);
    expect(counts[0]).toBeLessThanOrEqual(15);
  });

  it('sums up what is late and what expires', async () => {
    const of = await quietRecords('Summary Clinic');
    const { id } = await of.vendor({ nextReviewOn: day(1) });
    await of.vendor({ nextReviewOn: day(0), owner: 'Ana' });
    for (const expiresOn of [day(1), day(-90), day(-91), null]) await of.vendorEvidence(id, { expiresOn });
    const { vendorSummary } = await of.officer.must(
      `{ vendorSummary { total offboarded services withPhi withoutOwner overdueReview expiringEvidence } }`,
    );
    expect(vendorSummary).toEqual({
      total: 2,
      offboarded: 0,
      services: 0,
      withPhi: 0,
      withoutOwner: 1,
      overdueReview: 1,
      expiringEvidence: 2,
    });
  });

  it('offers services to choose by their words and those of their vendor', async () => {
    const of = await quietRecords('Choice Clinic');
    const { id } = await of.vendor({ name: 'Lumen Voice' });
    await of.service(id, { name: 'Dictation' });
    await of.service(id, { name: 'Coding' });
    const other = await of.vendor({ name: 'Nimbus' });
    await of.service(other.id, { name: 'Dictation' });
    const offered = async (variables: Record<string, unknown>) =>
      (
        await of.officer.must<{ services: { name: string; vendor: { name: string } }[] }>(
          `query ($search: String, $vendorId: ID) { services(search: $search, vendorId: $vendorId) { name vendor { name } } }`,
          variables,
        )
      ).services.map(({ name, vendor }) => `${vendor.name}: ${name}`);
    expect(await offered({ search: 'dict' })).toEqual(['Lumen Voice: Dictation', 'Nimbus: Dictation']);
    expect(await offered({ search: 'lumen dict' })).toEqual(['Lumen Voice: Dictation']);
    expect(await offered({ vendorId: other.id })).toEqual(['Nimbus: Dictation']);
    expect(await offered({})).toHaveLength(3);
    await of.officer.must(OFFBOARD, { input: { ...other, offboardedOn: day(0), reason: 'Left' } });
    expect(await offered({ search: 'nimbus' })).toEqual([]);
  });
});
