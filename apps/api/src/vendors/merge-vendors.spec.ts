import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addRow, coveredBy, day, flowTo } from '../../test/past-the-api.ts';
import { MISSING_ID, Records } from '../../test/records.ts';
import { startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

const MERGE = `mutation ($input: MergeVendorsInput!) { kept: mergeVendors(input: $input) { id version name } }`;
const APART = `mutation ($input: KeepVendorsApartInput!) { keepVendorsApart(input: $input) }`;
const DUPLICATES = `query ($first: Int = 50, $after: String) { likelyDuplicates(first: $first, after: $after) {
  totalCount nodes { vendor { name } other { name } reason { text } } pageInfo { endCursor hasNextPage } } }`;

type Vendor = { id: string; version: number };
const merge = (of: Records, keep: Vendor, other: Vendor) =>
  of.officer.ask(MERGE, {
    input: {
      keepId: keep.id,
      keepVersion: keep.version,
      mergeId: other.id,
      mergeVersion: other.version,
      reason: 'The same company',
    },
  });
const records = async (name: string) => new Records(app, await app.organization(name));
const link = (upper: string, lower: string, more: Record<string, unknown> = {}) => ({
  upper_vendor_id: upper,
  lower_vendor_id: lower,
  phi: 'yes',
  assurance: 'unknown',
  evidence: 'none',
  ...more,
});

/** Rows of every kind that a vendor holds, by kind: those of one vendor, and of the organization. */
async function countsOf(of: Records, vendorId?: string): Promise<Record<string, number>> {
  const held: [string, string][] = [
    ['service', 'vendor_id'],
    ['agreement', 'vendor_id'],
    ['agreement', 'upper_vendor_id'],
    ['covered_service', 'vendor_id'],
    ['subprocessor_link', 'upper_vendor_id'],
    ['subprocessor_link', 'lower_vendor_id'],
    ['subprocessor_list', 'vendor_id'],
    ['subprocessor_entry', 'vendor_id'],
    ['vendor_evidence', 'vendor_id'],
    ['due_diligence_answer', 'vendor_id'],
  ];
  const counts = held.map(
    ([table, column]) =>
      `SELECT '${table}.${column}' AS what, count(*)::int AS count FROM app.${table} WHERE org_id = $1 AND ${vendorId ? `${column} = $2` : `${column} IS NOT NULL`}`,
  );
  const rows = await app.sql<{ what: string; count: number }>(
    counts.join(' UNION ALL '),
    vendorId ? [of.officer.orgId, vendorId] : [of.officer.orgId],
  );
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}

/** A vendor with one of everything. */
async function fullVendor(of: Records, name: string, question: string, listedOn: string): Promise<Vendor> {
  const vendor = await of.vendor({ name });
  const [upper, lower] = [await of.vendor({ name: `Above ${name}` }), await of.vendor({ name: `Below ${name}` })];
  const service = await of.service(vendor.id, { name: `${name} dictation` });
  const below = await of.service(lower.id, { name: `Hosting for ${name}` });
  await flowTo(of, service.id);
  const agreementId = await coveredBy(of, { vendorId: vendor.id, serviceId: service.id, title: `${name} BAA` });
  await coveredBy(of, { vendorId: lower.id, serviceId: below.id, title: `${name} sub BAA`, upperVendorId: vendor.id });
  await addRow(
    of,
    'subprocessor_link',
    link(upper.id, vendor.id, { lower_service_id: service.id, agreement_id: agreementId }),
  );
  await addRow(of, 'subprocessor_link', link(vendor.id, lower.id, { upper_service_id: service.id }));
  const listId = await addRow(of, 'subprocessor_list', { vendor_id: vendor.id, listed_on: listedOn });
  await addRow(of, 'subprocessor_entry', { list_id: listId, position: 1, name: 'Below', vendor_id: lower.id });
  const otherList = await addRow(of, 'subprocessor_list', { vendor_id: upper.id, listed_on: listedOn });
  await addRow(of, 'subprocessor_entry', { list_id: otherList, position: 1, name, vendor_id: vendor.id });
  const evidence = await of.vendorEvidence(vendor.id);
  await of.answer(vendor.id, question, 'yes', [evidence.id]);
  return vendor;
}

describe('merging two vendors', () => {
  it('moves everything, loses nothing, and leaves the merged record pointing to the one that stays', async () => {
    const of = await records('Merge Clinic');
    const keep = await fullVendor(of, 'Lumen', 'security.risk-analysis', day(30));
    const other = await fullVendor(of, 'Lumen Inc', 'security.official', day(20));
    const before = { all: await countsOf(of), keep: await countsOf(of, keep.id), other: await countsOf(of, other.id) };
    expect(Object.values(before.other)).toEqual(Object.values(before.other).map(() => 1));

    const { data, errors } = await merge(of, keep, other);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ kept: { id: keep.id, name: 'Lumen' } });

    expect(await countsOf(of)).toEqual(before.all);
    expect(await countsOf(of, keep.id)).toEqual(
      Object.fromEntries(Object.entries(before.keep).map(([what, count]) => [what, count + before.other[what]!])),
    );
    expect(Object.values(await countsOf(of, other.id))).toEqual(Object.values(before.other).map(() => 0));
    const { vendor, vendors } = await of.officer.must<Record<string, unknown>>(
      `query ($id: ID!) { vendor(id: $id) { name services { id } mergedInto { name } } vendors(filter: { search: "lumen" }) { nodes { name } } }`,
      { id: other.id },
    );
    expect(vendor).toEqual({ name: 'Lumen Inc', services: [], mergedInto: { name: 'Lumen' } });
    expect(vendors).toEqual({
      nodes: [
        { name: 'Above Lumen' },
        { name: 'Above Lumen Inc' },
        { name: 'Below Lumen' },
        { name: 'Below Lumen Inc' },
        { name: 'Lumen' },
      ],
    });
  });

  it('shows in the history of the vendor that stays, with the reason and what came from where', async () => {
    const of = await records('History Clinic');
    const [keep, other] = [await of.vendor({ name: 'Lumen' }), await of.vendor({ name: 'Lumen Inc' })];
    await of.service(other.id, { name: 'Dictation' });
    await merge(of, keep, other);
    const { vendor } = await of.officer.must<{ vendor: { history: { nodes: Record<string, unknown>[] } } }>(
      `query ($id: ID!) { vendor(id: $id) { history { nodes { command reason record recordName facts { fact before after } } } } }`,
      { id: keep.id },
    );
    const merged = { command: 'vendor.merge', reason: 'The same company' };
    expect(vendor.history.nodes.slice(0, 2)).toEqual([
      {
        ...merged,
        record: 'vendor',
        recordName: 'Lumen Inc',
        facts: [{ fact: 'mergedIntoId', before: null, after: 'Lumen' }],
      },
      {
        ...merged,
        record: 'service',
        recordName: 'Dictation',
        facts: [{ fact: 'vendorId', before: 'Lumen Inc', after: 'Lumen' }],
      },
    ]);
    expect(vendor.history.nodes.slice(2).map(({ command, recordName }) => [command, recordName])).toEqual([
      ['service.create', 'Dictation'],
      ['vendor.create', 'Lumen Inc'],
      ['vendor.create', 'Lumen'],
    ]);
  });

  it('keeps the answer and the list of the vendor that stays where both have one', async () => {
    const of = await records('Both Clinic');
    const [keep, other] = [await of.vendor({ name: 'Lumen' }), await of.vendor({ name: 'Lumen Inc' })];
    await of.answer(keep.id, 'ai.no-training', 'no');
    await of.answer(other.id, 'ai.no-training', 'yes');
    await of.answer(other.id, 'ai.fairness', 'yes');
    for (const { id } of [keep, other]) await addRow(of, 'subprocessor_list', { vendor_id: id, listed_on: day(9) });
    expect((await merge(of, keep, other)).errors).toBeUndefined();
    const answers = await app.sql(
      `SELECT v.name, a.question, a.answer FROM app.due_diligence_answer a JOIN app.vendor v ON v.id = a.vendor_id WHERE a.org_id = $1 ORDER BY 1, 2`,
      [of.officer.orgId],
    );
    expect(answers.map(({ name, question, answer }) => [name, question, answer])).toEqual([
      ['Lumen', 'ai.fairness', 'yes'],
      ['Lumen', 'ai.no-training', 'no'],
      ['Lumen Inc', 'ai.no-training', 'yes'],
    ]);
    expect([
      (await countsOf(of, keep.id))['subprocessor_list.vendor_id'],
      (await countsOf(of, other.id))['subprocessor_list.vendor_id'],
    ]).toEqual([1, 1]);
  });

  it('is refused with the reason, and then nothing moved', async () => {
    const of = await records('Refusing Clinic');
    const keep = await of.vendor({ name: 'Lumen' });
    const [below, partner, third] = [await of.vendor(), await of.vendor(), await of.vendor()];
    await addRow(of, 'subprocessor_link', link(keep.id, below.id));
    const service = await of.service(partner.id);
    await coveredBy(of, { vendorId: partner.id, serviceId: service.id, title: 'Sub BAA', upperVendorId: keep.id });
    await coveredBy(of, { vendorId: partner.id, serviceId: service.id, title: 'Third BAA', upperVendorId: third.id });
    const reasonsOf = async (other: Vendor) => {
      const { errors } = await merge(of, keep, other);
      expect(errors?.[0]?.extensions.code).toBe('REFUSED');
      return (errors![0]!.extensions.reasons as { key: string }[]).map(({ key }) => key);
    };
    const before = await countsOf(of, keep.id);
    expect(await reasonsOf(keep)).toEqual(['itself']);
    expect(await reasonsOf(below)).toEqual(['link-to-itself']);
    expect(await reasonsOf(partner)).toEqual(['agreement-with-itself']);
    expect(await reasonsOf(third)).toEqual(['covering-the-same']);
    expect(await countsOf(of, keep.id)).toEqual(before);
  });

  it('names the versions it was decided on, and does not happen twice', async () => {
    const of = await records('Twice Clinic');
    const [keep, other] = [await of.vendor({ name: 'Lumen' }), await of.vendor({ name: 'Lumen Inc' })];
    const codeOf = async (one: Vendor, two: Vendor) => (await merge(of, one, two)).errors?.[0]?.extensions.code ?? 'OK';
    expect(await codeOf(keep, { ...other, version: 9 })).toBe('CONFLICT');
    expect(await codeOf({ ...keep, version: 9 }, other)).toBe('CONFLICT');
    expect(await codeOf(keep, { id: MISSING_ID, version: 1 })).toBe('NOT_FOUND');
    const codes = await Promise.all([codeOf(keep, other), codeOf(other, keep)]);
    expect(codes.toSorted()).toEqual(['CONFLICT', 'OK']);
    const [stays, gone] = codes[0] === 'OK' ? [keep, other] : [other, keep];
    expect(await codeOf(stays, { ...gone, version: 2 })).toBe('REFUSED');
    const begin = `mutation ($input: CreateServiceInput!) { createService(input: $input) { id } }`;
    expect(await of.officer.codeOf(begin, { input: { vendorId: gone.id, facts: { name: 'New' } } })).toBe('REFUSED');
  });
});

describe('vendors whose names are alike', () => {
  const duplicates = async (of: Records, variables: Record<string, unknown> = {}) =>
    (
      await of.officer.must<{
        likelyDuplicates: {
          totalCount: number;
          nodes: { vendor: { name: string }; other: { name: string }; reason: { text: string } }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      }>(DUPLICATES, variables)
    ).likelyDuplicates;

  it('are offered with the reason until they are merged or kept apart', async () => {
    const of = await records('Alike Clinic');
    const [lumen, inc] = [await of.vendor({ name: 'Lumen' }), await of.vendor({ name: 'Lumen, Inc.' })];
    const [github, gitHub] = [await of.vendor({ name: 'Github' }), await of.vendor({ name: 'GitHub' })];
    await of.vendor({ name: 'Palantir' });
    await of.vendor({ name: 'Palo Alto' });
    const pairs = async () =>
      (await duplicates(of)).nodes.map(({ vendor, other, reason }) => [vendor.name, other.name, reason.text]);
    expect(await pairs()).toEqual([
      ['Github', 'GitHub', 'The same but for capital letters.'],
      ['Lumen', 'Lumen, Inc.', 'The same but for “Inc.”.'],
    ]);
    await of.officer.must(APART, { input: { vendorId: gitHub.id, otherId: github.id, reason: 'Two companies' } });
    await of.officer.must(APART, { input: { vendorId: github.id, otherId: gitHub.id } });
    expect((await pairs()).map(([name]) => name)).toEqual(['Lumen']);
    await merge(of, lumen, inc);
    expect(await pairs()).toEqual([]);
    expect(await of.officer.codeOf(APART, { input: { vendorId: lumen.id, otherId: lumen.id } })).toBe('INVALID');
    const events = await app.sql(
      `SELECT action, count(*)::int AS count FROM audit.event WHERE org_id = $1 AND command = 'vendor.keep-apart' GROUP BY 1`,
      [of.officer.orgId],
    );
    expect(events).toEqual([{ action: 'insert', count: 1 }]);
  });

  it('are paged without a gap or a repeat', async () => {
    const of = await records('Many Clinic');
    for (const name of ['Nimbus', 'NIMBUS', 'Nimbus Inc', 'Nimbus LLC', 'Nimbux']) await of.vendor({ name });
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const page: Awaited<ReturnType<typeof duplicates>> = await duplicates(of, { first: 3, after });
      seen.push(...page.nodes.map(({ vendor, other }) => `${vendor.name} / ${other.name}`));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      total = page.totalCount;
    } while (after);
    expect([seen.length, new Set(seen).size]).toEqual([total, total]);
    expect(total).toBe(10);
  });
});
