import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, day, refusal, SIGNED, signedAgreement, withDocument } from '../../test/agreements.ts';
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
const create = (given: Record<string, unknown>) => refused('createAgreement', 'CreateAgreementInput', given);

describe('bad input is refused at its field, and nothing is stored', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['effective before signed', { signatures: { ...SIGNED, effectiveOn: '2024-01-11' } }, 'signatures.effectiveOn'],
    [
      'effective without both signatures',
      { signatures: { ...SIGNED, signedByVendorOn: null } },
      'signatures.effectiveOn',
    ],
    ['signed in the future', { signatures: { signedByUpperOn: day(2) } }, 'signatures.signedByUpperOn'],
    ['sent before drafted', { facts: { draftedOn: '2024-01-03', sentOn: '2024-01-02' } }, 'facts.sentOn'],
    ['a fixed term without an end', { facts: { renewal: 'fixed' } }, 'facts.termEndsOn'],
    ['renewing without months', { facts: { renewal: 'auto', termEndsOn: '2025-01-31' } }, 'facts.renewalMonths'],
    [
      'a term that ends before it is effective',
      { signatures: SIGNED, facts: { termEndsOn: '2024-01-31' } },
      'facts.termEndsOn',
    ],
    ['no title', { facts: { title: ' ' } }, 'facts.title'],
  ])('%s', async (_case, given, path) => {
    const vendorId = (await of.vendor()).id;
    const facts = { title: 'BAA', renewal: 'evergreen', ...(given.facts as object | undefined) };
    expect(await create({ vendorId, parties: 'ce_to_ba', ...given, facts })).toEqual(['INVALID', path]);
    expect(await app.sql('SELECT 1 FROM app.agreement WHERE vendor_id = $1', [vendorId])).toEqual([]);
  });

  it('ended before effective, and ended though it never was', async () => {
    const end = (id: string, endsOn: string) =>
      refused('endAgreement', 'EndAgreementInput', { id, version: 1, endsOn, reason: 'x' });
    expect(await end((await signedAgreement(of)).id, '2024-01-31')).toEqual(['INVALID', 'endsOn']);
    expect(await end((await agreement(of)).id, '2024-01-31')).toEqual(['INVALID', 'endsOn']);
  });

  it('a vendor above another that is no business associate, or itself', async () => {
    const [vendorId, upperVendorId] = [(await of.vendor()).id, (await of.vendor()).id];
    const facts = { title: 'BAA' };
    expect(await create({ vendorId, upperVendorId, parties: 'ce_to_ba', facts })).toEqual(['INVALID', 'parties']);
    expect(await create({ vendorId, upperVendorId: vendorId, parties: 'ba_to_subcontractor', facts })).toEqual([
      'INVALID',
      'upperVendorId',
    ]);
  });

  it('a service of another vendor, on creation, on the list and by an amendment', async () => {
    const made = await signedAgreement(of);
    const strange = (await of.service()).id;
    expect(
      await create({ vendorId: made.vendor.id, parties: 'ce_to_ba', facts: { title: 'BAA' }, serviceIds: [strange] }),
    ).toEqual(['INVALID', 'serviceIds.0']);
    expect(await refused('coverService', 'CoverServiceInput', { agreementId: made.id, serviceId: strange })).toEqual([
      'INVALID',
      'serviceId',
    ]);
    const amendment = {
      agreementId: made.id,
      effectiveOn: '2025-01-01',
      description: 'Adds',
      addServiceIds: [strange],
    };
    expect(await refused('amendAgreement', 'AmendAgreementInput', amendment)).toEqual(['INVALID', 'addServiceIds.0']);
    expect(
      await refused('addCondition', 'AddConditionInput', { agreementId: made.id, serviceId: strange, condition: 'x' }),
    ).toEqual(['INVALID', 'serviceId']);
  });

  it('the file of an import as a document, and a file that is not there', async () => {
    const made = await withDocument(of);
    const file = (more: object) =>
      refused('fileAgreementDocument', 'FileAgreementDocumentInput', {
        agreementId: made.id,
        kind: 'signed',
        title: 'BAA',
        ...more,
      });
    expect(await file({ documentId: await of.documentId() })).toEqual(['INVALID', 'documentId']);
    expect(await file({ documentId: made.id })).toEqual(['INVALID', 'documentId']);
    const other = await withDocument(of);
    expect(
      await file({ documentId: await of.evidence(), replacesId: other.documents[0]!.id }),
      'a version of another agreement’s file',
    ).toEqual(['INVALID', 'replacesId']);
  });
});
