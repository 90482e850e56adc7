import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, changed, day, endedAgreement, refusal, SIGNED, signedAgreement } from '../../test/agreements.ts';
import { Records } from '../../test/records.ts';
import { startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
let of: Records;
beforeAll(async () => {
  app = await startTestApp();
  of = new Records(app, await app.organization());
});
afterAll(() => app?.stop());

const refused = (mutation: string, type: string, input: unknown) => refusal(of.officer, mutation, type, input);

interface Standing {
  stage: string;
  reasons: { key: string; text: string }[];
  inEffectThrough: string | null;
  noticeBy: string | null;
  keepUntil: string | null;
  retention: { key: string };
}
const standingOf = async (id: string) => {
  const { agreement: found } = await of.officer.must<{ agreement: { standing: Standing; version: number } }>(
    `query ($id: ID!) { agreement(id: $id) { version standing { stage reasons { key text } inEffectThrough noticeBy keepUntil retention { key text citation } } } }`,
    { id },
  );
  return { ...found.standing, version: found.version };
};

describe('an agreement goes through its life by dated facts', () => {
  it('drafted, sent, signed by one, by both, in effect, notice, ended', async () => {
    const made = await agreement(of, {
      facts: { draftedOn: '2024-01-02', renewal: 'auto', termEndsOn: day(400), renewalMonths: 12, noticeDays: 60 },
    });
    const stages: string[] = [(await standingOf(made.id)).stage];
    const step = async (mutation: string, type: string, input: Record<string, unknown>) => {
      const { version } = await standingOf(made.id);
      await changed(of.officer, mutation, type, { id: made.id, version, ...input });
      stages.push((await standingOf(made.id)).stage);
    };
    await step('updateAgreement', 'UpdateAgreementInput', { facts: { sentOn: '2024-01-03' } });
    await step('signAgreement', 'SignAgreementInput', { signatures: { signedByVendorOn: '2024-01-12' } });
    await step('signAgreement', 'SignAgreementInput', { signatures: { signedByUpperOn: '2024-01-10' } });
    await step('signAgreement', 'SignAgreementInput', { signatures: { effectiveOn: day(1) } });
    await step('signAgreement', 'SignAgreementInput', { signatures: { effectiveOn: '2024-02-01' } });
    expect(await standingOf(made.id)).toMatchObject({
      noticeBy: day(340),
      keepUntil: null,
      retention: { key: 'in-effect' },
    });
    await step('giveNotice', 'GiveNoticeInput', {
      noticeGivenOn: day(-2),
      noticeGivenBy: 'vendor',
      endsOn: day(30),
      reason: 'Ends its product',
    });
    expect(await standingOf(made.id)).toMatchObject({ noticeBy: null, inEffectThrough: day(30) });
    await step('endAgreement', 'EndAgreementInput', { endsOn: day(0), reason: 'Ended at once' });
    expect((await standingOf(made.id)).stage, 'its last day is today').toBe('notice');
    expect(
      await refused('endAgreement', 'EndAgreementInput', {
        id: made.id,
        version: (await standingOf(made.id)).version,
        endsOn: day(-3),
        reason: 'Ended before notice',
      }),
    ).toEqual(['INVALID', 'endsOn']);
    expect(stages).toEqual(['drafted', 'sent', 'partly_signed', 'signed', 'signed', 'in_effect', 'notice', 'notice']);
  });

  it('may be recorded at once with its list and its signatures', async () => {
    const made = await signedAgreement(of);
    expect(await standingOf(made.id)).toMatchObject({
      stage: 'in_effect',
      reasons: [{ key: 'effective' }, { key: 'no-end' }, { key: 'evergreen' }],
    });
    expect(made.coveredServices).toHaveLength(1);
  });

  it('is superseded from the effective day of the next: nothing is to be returned', async () => {
    const earlier = await signedAgreement(of);
    const serviceIds = earlier.coveredServices.map(({ service }) => service.id);
    const later = await agreement(of, { vendorId: earlier.vendor.id, serviceIds });
    const signing = { id: later.id, version: later.version, signatures: { ...SIGNED, effectiveOn: '2025-02-01' } };
    expect(await refused('signAgreement', 'SignAgreementInput', signing), 'while the earlier goes on').toEqual([
      'REFUSED',
      'overlap',
    ]);
    await changed(of.officer, 'signAgreement', 'SignAgreementInput', { ...signing, supersedesId: earlier.id });
    expect(await standingOf(earlier.id)).toMatchObject({
      stage: 'superseded',
      inEffectThrough: '2025-01-31',
      keepUntil: '2031-02-01',
    });
    expect(await standingOf(later.id)).toMatchObject({ stage: 'in_effect' });
    const [row] = await app.sql('SELECT count(*)::int AS n FROM app.return_obligation WHERE agreement_id = $1', [
      earlier.id,
    ]);
    expect(row!.n).toBe(0);
  });

  it('follows when the effective day of the next moves, and is not superseded or ended again', async () => {
    const earlier = await signedAgreement(of);
    const later = await signedAgreement(of, {
      vendorId: earlier.vendor.id,
      serviceIds: [],
      signatures: { ...SIGNED, effectiveOn: '2025-02-01' },
    });
    await changed(of.officer, 'supersedeAgreement', 'SupersedeAgreementInput', {
      id: earlier.id,
      version: 1,
      supersededById: later.id,
    });
    await changed(of.officer, 'signAgreement', 'SignAgreementInput', {
      id: later.id,
      version: 1,
      signatures: { effectiveOn: '2025-05-01' },
    });
    expect((await standingOf(earlier.id)).inEffectThrough).toBe('2025-04-30');
    const sign = (signatures: object) =>
      refused('signAgreement', 'SignAgreementInput', { id: later.id, version: 2, signatures });
    expect(await sign({ effectiveOn: '2024-02-01' })).toEqual(['INVALID', 'signatures.effectiveOn']);
    expect(await sign({ effectiveOn: null })).toEqual(['INVALID', 'signatures.effectiveOn']);
    const { version } = await standingOf(earlier.id);
    expect(
      await refused('supersedeAgreement', 'SupersedeAgreementInput', {
        id: earlier.id,
        version,
        supersededById: later.id,
      }),
    ).toEqual(['REFUSED', 'superseded']);
    expect(
      await refused('endAgreement', 'EndAgreementInput', {
        id: earlier.id,
        version,
        endsOn: '2025-03-01',
        reason: 'x',
      }),
    ).toEqual(['REFUSED', 'superseded']);
  });

  it('is not superseded by one of other parties, by one that is not in effect, nor by itself', async () => {
    const earlier = await signedAgreement(of);
    const supersede = (supersededById: string) =>
      refused('supersedeAgreement', 'SupersedeAgreementInput', { id: earlier.id, version: 1, supersededById });
    expect(await supersede((await signedAgreement(of)).id), 'an agreement of another vendor').toEqual([
      'INVALID',
      'supersededById',
    ]);
    expect(await supersede((await agreement(of, { vendorId: earlier.vendor.id })).id)).toEqual([
      'INVALID',
      'supersededById',
    ]);
    expect(await supersede(earlier.id)).toEqual(['INVALID', 'supersededById']);
    expect(
      await refused('supersedeAgreement', 'SupersedeAgreementInput', {
        id: (await agreement(of)).id,
        version: 1,
        supersededById: earlier.id,
      }),
    ).toEqual(['REFUSED', 'not-in-effect']);
  });
});

it('an end that was recorded lets the list of a vendor say so', async () => {
  const ended = await endedAgreement(of);
  const draft = await agreement(of, { vendorId: ended.vendor.id });
  const { vendor } = await of.officer.must<{ vendor: { agreements: { id: string; standing: { stage: string } }[] } }>(
    `query ($id: ID!) { vendor(id: $id) { agreements { id standing { stage } } } }`,
    { id: ended.vendor.id },
  );
  expect(vendor.agreements).toEqual([
    { id: draft.id, standing: { stage: 'drafted' } },
    { id: ended.id, standing: { stage: 'ended' } },
  ]);
});
