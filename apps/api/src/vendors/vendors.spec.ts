import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeRows, coveredBy, day, flowTo } from '../../test/past-the-api.ts';
import { Records } from '../../test/records.ts';
import { type Client, startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
let officer: Client;
let records: Records;
beforeAll(async () => {
  app = await startTestApp();
  officer = await app.organization();
  records = new Records(app, officer);
});
afterAll(() => app?.stop());

const UPDATE = `mutation ($input: UpdateVendorInput!) { made: updateVendor(input: $input) { id version name owner tier } }`;
const REMOVE = `mutation ($input: RemoveServiceInput!) { made: removeService(input: $input) { id version removedOn removedReason } }`;
const OFFBOARD = `mutation ($input: OffboardVendorInput!) { made: offboardVendor(input: $input) { id version offboardedOn offboardedReason } }`;

const foundBy = async (client: Client, search: string, offboarded = false) =>
  (
    await client.must<{ vendors: { totalCount: number } }>(
      `query ($filter: VendorFilter) { vendors(filter: $filter) { totalCount } }`,
      { filter: { search, offboarded } },
    )
  ).vendors.totalCount;

/** A client of an organization of its own, for what counts every record. */
const quietRecords = async (name: string) => new Records(app, await app.organization(name));
describe('a vendor', () => {
  it('is changed from the version it was read, and keeps who changed what, why, its services included', async () => {
    const vendor = await records.vendor({ name: 'Historic', tier: 'low' });
    const service = await records.service(vendor.id, { name: 'Dictation' });
    await officer.must(UPDATE, { input: { ...vendor, facts: { tier: 'high' }, reason: 'PHI reaches it now' } });
    const { errors } = await officer.ask(UPDATE, { input: { ...vendor, facts: { tier: 'low' } } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { tier: 'high', version: 2 } });
    await officer.must(`mutation ($input: UpdateServiceInput!) { updateService(input: $input) { id } }`, {
      input: { ...service, facts: { regions: 'Ohio' } },
    });
    const { vendor: read } = await officer.must<{ vendor: { history: { nodes: Record<string, unknown>[] } } }>(
      `query ($id: ID!) { vendor(id: $id) { history { nodes { actor command action reason record recordName facts { fact before after } } } } }`,
      { id: vendor.id },
    );
    expect(read.history.nodes.map(({ command, action, recordName }) => [command, action, recordName])).toEqual([
      ['service.update', 'update', 'Dictation'],
      ['vendor.update', 'refused', null],
      ['vendor.update', 'update', 'Historic'],
      ['service.create', 'insert', 'Dictation'],
      ['vendor.create', 'insert', 'Historic'],
    ]);
    expect(read.history.nodes[2]).toMatchObject({
      actor: 'Dana Okafor',
      reason: 'PHI reaches it now',
      record: 'vendor',
      facts: [{ fact: 'tier', before: 'low', after: 'high' }],
    });
    expect(read.history.nodes[3]!.facts).toContainEqual({ fact: 'vendorId', before: null, after: 'Historic' });
  });

  it('writes exactly the events of what was done', async () => {
    const of = await quietRecords('Event Clinic');
    const vendor = await of.vendor();
    await of.service(vendor.id);
    await of.officer.must(UPDATE, { input: { ...vendor, facts: {} } });
    await of.officer.must(UPDATE, { input: { ...vendor, facts: { owner: 'Ana' } } });
    await foundBy(of.officer, 'any');
    const events = await app.sql(
      `SELECT command, entity, action FROM audit.event WHERE org_id = $1 AND entity IN ('vendor', 'service') ORDER BY id`,
      [of.officer.orgId],
    );
    expect(events).toEqual([
      { command: 'vendor.create', entity: 'vendor', action: 'insert' },
      { command: 'service.create', entity: 'service', action: 'insert' },
      { command: 'vendor.update', entity: 'vendor', action: 'update' },
    ]);
  });

  it('is nothing to another organization, and not for a role without the permission', async () => {
    const { id, version } = await records.vendor({ name: 'Ours alone' });
    const stranger = await app.organization('Elsewhere Clinic');
    expect(await stranger.must(`query ($id: ID!) { vendor(id: $id) { name } }`, { id })).toEqual({ vendor: null });
    expect(await foundBy(stranger, 'ours')).toBe(0);
    expect(await stranger.codeOf(UPDATE, { input: { id, version, facts: { name: 'Theirs' } } })).toBe('NOT_FOUND');
    const auditor = await app.member(officer, 'auditor');
    expect(await foundBy(auditor, 'ours')).toBe(1);
    expect(await auditor.codeOf(UPDATE, { input: { id, version, facts: { name: 'Mine' } } })).toBe('FORBIDDEN');
  });

  it('is offboarded once nothing binds it, and then nothing new begins with it', async () => {
    const of = await quietRecords('Leaving Clinic');
    const vendor = await of.vendor({ name: 'Leaver' });
    const { id: serviceId } = await of.service(vendor.id, { name: 'Dictation' });
    await flowTo(of, serviceId);
    await coveredBy(of, { vendorId: vendor.id, serviceId });
    const offboard = (offboardedOn: string) =>
      of.officer.ask<{ made: unknown }>(OFFBOARD, { input: { ...vendor, offboardedOn, reason: 'Replaced' } });
    const refusal = (await offboard(day(0))).errors![0]!;
    expect(refusal.extensions.code).toBe('REFUSED');
    expect((refusal.extensions.reasons as { text: string }[]).map(({ text }) => text)).toEqual([
      `Ambient scribe sends PHI to Dictation without an end: let that flow end before ${day(0)} first.`,
      `“Master BAA” is in effect without an end: end it before ${day(0)} first.`,
    ]);
    expect((await offboard(day(-1))).errors![0]!.extensions).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'offboardedOn' }],
    });
    await changeRows(of, 'phi_flow', `ends_on = '${day(2)}'`);
    await changeRows(of, 'agreement', `ends_on = '${day(2)}'`);
    expect((await offboard(day(1))).data!.made).toMatchObject({ offboardedOn: day(1), offboardedReason: 'Replaced' });
    expect(await foundBy(of.officer, 'leaver')).toBe(0);
    expect(await foundBy(of.officer, 'leaver', true)).toBe(1);
    const code = await of.officer.codeOf(
      `mutation ($input: CreateServiceInput!) { createService(input: $input) { id } }`,
      {
        input: { vendorId: vendor.id, facts: { name: 'New' } },
      },
    );
    expect(code).toBe('REFUSED');
  });
});

describe('a service', () => {
  it('is not removed while an agreement covers it or PHI reaches it', async () => {
    const of = await quietRecords('Removing Clinic');
    const vendor = await of.vendor();
    const service = await of.service(vendor.id, { name: 'Dictation' });
    const elsewhere = await of.service(vendor.id, { name: 'Coding' });
    await flowTo(of, service.id, day(5));
    await coveredBy(of, { vendorId: vendor.id, serviceId: service.id, endsOn: day(3) });
    const remove = (removedOn: string, of_: { id: string; version: number } = service) =>
      of.officer.ask<{ made: unknown }>(REMOVE, { input: { ...of_, removedOn, reason: 'Unused' } });
    expect((await remove(day(5))).errors![0]!.extensions).toMatchObject({
      code: 'REFUSED',
      reasons: [
        {
          key: 'phi-flows',
          text: `Ambient scribe sends PHI to Dictation through ${day(5)}: let that flow end before ${day(5)} first.`,
        },
        { key: 'covered', text: `“Master BAA” covers it through ${day(3)}: take it off that list first.` },
      ],
    });
    expect((await remove(day(3))).errors![0]!.extensions).toMatchObject({ reasons: [{ key: 'covered' }] });
    expect((await remove(day(3), elsewhere)).data!.made).toMatchObject({ removedOn: day(3) });
    expect((await remove(day(2))).data!.made).toMatchObject({ removedOn: day(2), removedReason: 'Unused' });
    const again = { id: service.id, version: service.version + 1 };
    expect((await remove(day(2), again)).errors![0]!.extensions).toMatchObject({ reasons: [{ key: 'removed' }] });
  });

  it('is not removed while an agreement that begins later will cover it, but while one lists it that nobody signed', async () => {
    const of = await quietRecords('Later Clinic');
    const vendor = await of.vendor();
    const [later, drafted] = [await of.service(vendor.id), await of.service(vendor.id)];
    await coveredBy(of, { vendorId: vendor.id, serviceId: later.id, effectiveOn: day(-30) });
    await coveredBy(of, { vendorId: vendor.id, serviceId: drafted.id, effectiveOn: null });
    const remove = (service: { id: string; version: number }) =>
      of.officer.codeOf(REMOVE, { input: { ...service, removedOn: day(0), reason: 'Unused' } });
    expect(await remove(later)).toBe('REFUSED');
    expect(await remove(drafted)).toBe('OK');
  });
});
