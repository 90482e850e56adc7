import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, changed, refusal, SIGNED, signedAgreement } from '../../test/agreements.ts';
import { Records } from '../../test/records.ts';
import { startTestApp, type TestApp } from '../../test/test-app.ts';

let app: TestApp;
let of: Records;
beforeAll(async () => {
  app = await startTestApp();
  of = new Records(app, await app.organization());
});
afterAll(() => app?.stop());

const OVERLAP = ['REFUSED', 'overlap'];
const refused = (mutation: string, type: string, input: unknown) => refusal(of.officer, mutation, type, input);
/** The same parties and service as an agreement that goes on. */
const again = async (given: Record<string, unknown> = {}) => {
  const earlier = await signedAgreement(of);
  const serviceIds = earlier.coveredServices.map(({ service }) => service.id);
  return { earlier, serviceId: serviceIds[0]!, later: { vendorId: earlier.vendor.id, serviceIds, ...given } };
};

describe('two agreements between the same parties do not cover a service on the same day', () => {
  it('on creation', async () => {
    const { later } = await again();
    const input = { parties: 'ce_to_ba', facts: { title: 'Second' }, signatures: SIGNED, ...later };
    const { errors } = await of.officer.ask(
      `mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { id } }`,
      { input },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REFUSED', reasons: [{ key: 'overlap' }] });
    expect(errors?.[0]?.message).toMatch(/^"BAA .+" covers Dictation .+ already from 1 Feb 2024 on\. End or supersede/);
    expect(await app.sql(`SELECT 1 FROM app.agreement WHERE title = 'Second'`), 'nothing is kept').toEqual([]);
  });

  it('when the second is signed, when its list grows, and when the end of the first moves', async () => {
    const { earlier, later, serviceId } = await again();
    const draft = await agreement(of, later);
    expect(
      await refused('signAgreement', 'SignAgreementInput', { id: draft.id, version: 1, signatures: SIGNED }),
    ).toEqual(OVERLAP);
    const empty = await signedAgreement(of, {
      ...later,
      serviceIds: [],
      signatures: { ...SIGNED, effectiveOn: '2025-07-01' },
    });
    expect(await refused('coverService', 'CoverServiceInput', { agreementId: empty.id, serviceId })).toEqual(OVERLAP);
    const end = (version: number, endsOn: string) => ({ id: earlier.id, version, endsOn, reason: 'Replaced' });
    await changed(of.officer, 'endAgreement', 'EndAgreementInput', end(1, '2025-06-30'));
    const covered = await changed(of.officer, 'coverService', 'CoverServiceInput', {
      agreementId: empty.id,
      serviceId,
    });
    expect(await refused('endAgreement', 'EndAgreementInput', end(2, '2025-07-01'))).toEqual(OVERLAP);
    const line = covered.coveredServices[0]!;
    await changed(of.officer, 'updateCoveredService', 'UpdateCoveredServiceInput', {
      id: line.id,
      version: 1,
      listedFrom: '2025-07-02',
    });
    await changed(of.officer, 'endAgreement', 'EndAgreementInput', end(2, '2025-07-01'));
  });

  it('when a term that ended is made to renew', async () => {
    const { later } = await again();
    const fixed = await signedAgreement(of, { facts: { renewal: 'fixed', termEndsOn: '2024-12-31' } });
    await signedAgreement(of, {
      vendorId: fixed.vendor.id,
      serviceIds: fixed.coveredServices.map(({ service }) => service.id),
      signatures: { ...SIGNED, effectiveOn: '2025-01-01' },
    });
    const facts = { renewal: 'auto', renewalMonths: 12 };
    expect(await refused('updateAgreement', 'UpdateAgreementInput', { id: fixed.id, version: 1, facts })).toEqual(
      OVERLAP,
    );
    expect(later.vendorId).not.toBe(fixed.vendor.id);
  });

  it('one further down the chain is between other parties', async () => {
    const { later } = await again();
    const upper = { upperVendorId: (await of.vendor()).id, parties: 'ba_to_subcontractor' };
    expect((await signedAgreement(of, { ...later, ...upper })).version).toBe(1);
  });
});

describe('two commands that do not see each other', () => {
  it('one is refused by the database, with the sentence; what it had changed is gone', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id: vendorId } = await of.vendor();
      const serviceIds = [(await of.service(vendorId)).id, (await of.service(vendorId)).id];
      const drafts = await Promise.all([0, 1].map(() => agreement(of, { vendorId, serviceIds })));
      const clients = await Promise.all([of.session(), of.session()]);
      const answers = await Promise.all(
        drafts.map(({ id }, at) =>
          clients[at]!.ask<{ signAgreement: { id: string } }>(
            `mutation ($input: SignAgreementInput!) { signAgreement(input: $input) { id } }`,
            { input: { id, version: 1, signatures: SIGNED } },
          ),
        ),
      );
      const lost = answers.filter(({ errors }) => errors).map(({ errors }) => errors![0]!);
      expect(
        lost.map(({ extensions }) => extensions.code),
        JSON.stringify(answers),
      ).toEqual(['REFUSED']);
      expect(lost[0]!.message).toMatch(/covers Dictation .*already.*\. End or supersede/);
      const rows = await app.sql('SELECT effective_on FROM app.agreement WHERE vendor_id = $1', [vendorId]);
      expect(rows.filter(({ effective_on }) => effective_on)).toHaveLength(1);
    }
  });

  it('the database itself says what it refuses, where the rule was not asked', async () => {
    const { earlier, later } = await again();
    const second = await agreement(of, later);
    const signing = app.sql(
      `UPDATE app.agreement SET signed_by_upper_on = '2024-01-10', signed_by_vendor_on = '2024-01-10', effective_on = '2024-06-01'
       FROM (SELECT set_config('app.org_id', $2, true), set_config('app.actor', 'member:test', true), set_config('app.command', 'test', true)) author
       WHERE id = $1`,
      [second.id, of.officer.orgId],
    );
    await expect(signing).rejects.toMatchObject({
      code: '23P01',
      constraint: 'one_agreement_a_day',
      hint: expect.stringMatching(/^End or supersede/),
    });
    expect(earlier.id).not.toBe(second.id);
  });
});
