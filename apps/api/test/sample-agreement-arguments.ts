import { agreement, endedAgreement, SIGNED, signedAgreement, withCondition, withDocument } from './agreements.ts';
import type { Records } from './records.ts';

type Arguments = Record<string, unknown>;

/** An honest use of every operation on agreements; part of test/sample-arguments.ts. */
export const AGREEMENT_ARGUMENTS: Record<string, (of: Records) => Promise<Arguments> | Arguments> = {
  agreements: async (of) => ({
    filter: {
      search: 'baa',
      stage: ['in_effect'],
      parties: ['ce_to_ba'],
      renewal: ['evergreen'],
      owner: [''],
      vendorId: (await signedAgreement(of)).vendor.id,
      expiringWithinDays: null,
      obligationsOpen: false,
    },
    sort: 'stage',
    direction: 'descending',
    first: 5,
    asOf: null,
  }),
  agreement: async (of) => ({ id: (await endedAgreement(of)).id, asOf: null }),
  agreementBoard: () => ({ asOf: null }),

  createAgreement: async (of) => {
    const { id: vendorId } = await of.vendor();
    return {
      input: {
        vendorId,
        upperVendorId: (await of.vendor()).id,
        parties: 'ba_to_subcontractor',
        facts: {
          title: 'Subcontractor agreement',
          draftedOn: '2024-01-02',
          sentOn: '2024-01-03',
          renewal: 'evergreen',
        },
        signatures: SIGNED,
        serviceIds: [(await of.service(vendorId)).id],
      },
    };
  },
  updateAgreement: async (of) => ({
    input: { ...at(await agreement(of)), facts: { owner: 'Dana Okafor' }, reason: 'Took over' },
  }),
  signAgreement: async (of) => ({
    input: { ...at(await agreement(of)), signatures: SIGNED, reason: 'Signed in the portal' },
  }),
  giveNotice: async (of) => ({
    input: {
      ...at(await signedAgreement(of)),
      noticeGivenOn: '2025-01-15',
      noticeGivenBy: 'upper',
      endsOn: '2025-03-31',
      reason: 'Too dear',
    },
  }),
  endAgreement: async (of) => ({
    input: { ...at(await signedAgreement(of)), endsOn: '2025-03-31', reason: 'Moved to another product' },
  }),
  supersedeAgreement: async (of) => {
    const earlier = await signedAgreement(of);
    const { id } = await signedAgreement(of, {
      vendorId: earlier.vendor.id,
      serviceIds: [],
      signatures: { ...SIGNED, effectiveOn: '2025-02-01' },
    });
    return { input: { ...at(earlier), supersededById: id, reason: 'Restated' } };
  },
  amendAgreement: async (of) => {
    const { id, vendor, coveredServices } = await signedAgreement(of);
    return {
      input: {
        agreementId: id,
        effectiveOn: '2025-02-01',
        description: 'Adds dictation, takes off letters',
        documentId: await of.evidence(),
        addServiceIds: [(await of.service(vendor.id)).id],
        endCoveredServiceIds: [coveredServices[0]!.id],
      },
    };
  },
  coverService: async (of) => {
    const { id, vendor } = await signedAgreement(of);
    const serviceId = (await of.service(vendor.id)).id;
    return {
      input: { agreementId: id, serviceId, listedFrom: '2024-03-01', listedThrough: null, scopeNote: 'EU only' },
    };
  },
  updateCoveredService: async (of) => ({
    input: { ...at((await signedAgreement(of)).coveredServices[0]!), listedThrough: '2025-12-31', reason: 'Taken off' },
  }),
  removeCoveredService: async (of) => ({
    input: { ...at((await signedAgreement(of)).coveredServices[0]!), reason: 'Listed by mistake' },
  }),
  addCondition: async (of) => {
    const { id, coveredServices } = await signedAgreement(of);
    return { input: { agreementId: id, serviceId: coveredServices[0]!.service.id, condition: 'Zero data retention' } };
  },
  setConditionStatus: async (of) => ({
    input: {
      conditionId: (await withCondition(of)).conditions[0]!.id,
      since: '2024-03-01',
      met: 'yes',
      note: 'Seen in the console',
      documentId: await of.evidence(),
    },
  }),
  withdrawCondition: async (of) => ({
    input: { ...at((await withCondition(of)).conditions[0]!), reason: 'Not in the text' },
  }),
  fileAgreementDocument: async (of) => {
    const { id, documents } = await withDocument(of);
    return {
      input: {
        agreementId: id,
        documentId: await of.evidence(),
        kind: 'signed',
        title: 'Signed agreement, both pages',
        effectiveOn: '2024-02-01',
        replacesId: documents[0]!.id,
      },
    };
  },
  withdrawAgreementDocument: async (of) => ({
    input: { ...at((await withDocument(of)).documents[0]!), reason: 'Another vendor’s file' },
  }),
  fulfilObligation: async (of) => ({
    input: {
      ...at((await endedAgreement(of)).obligations[0]!),
      outcome: 'destroyed',
      doneOn: '2025-07-10',
      method: 'Cryptographic erasure',
      certificateId: await of.evidence(),
    },
  }),
  declareInfeasible: async (of) => ({
    input: {
      ...at((await endedAgreement(of)).obligations[1]!),
      since: '2025-07-10',
      reason: 'Backups expire by themselves within a year',
      protections: 'No access; encrypted; deleted as they expire',
    },
  }),
  recheckObligation: async (of) => ({
    input: { ...at(await infeasible(of)), recheckedOn: '2025-12-01', note: 'Half have expired' },
  }),
  changeObligationDue: async (of) => ({
    input: { ...at((await endedAgreement(of)).obligations[2]!), dueOn: '2025-09-30', reason: 'Agreed with the vendor' },
  }),
};

async function infeasible(of: Records) {
  const { input } = (await AGREEMENT_ARGUMENTS.declareInfeasible!(of)) as { input: { id: string; version: number } };
  await of.officer.must(`mutation ($input: DeclareInfeasibleInput!) { declareInfeasible(input: $input) { id } }`, {
    input,
  });
  return { id: input.id, version: input.version + 1 };
}

const at = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });
