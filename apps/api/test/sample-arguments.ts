import { randomUUID } from 'node:crypto';
import type { Records } from './records.ts';
import { AGREEMENT_ARGUMENTS } from './sample-agreement-arguments.ts';
import { COVERAGE_ARGUMENTS } from './sample-coverage-arguments.ts';
import { PASSWORD } from './test-app.ts';

/** An honest use of an operation on these records. */
export async function argumentsOf(records: Records, operation: string): Promise<Arguments> {
  const make = SAMPLE_ARGUMENTS[operation];
  if (!make)
    throw new Error(`${operation} is in the contract but not in test/sample-arguments.ts: add an honest use of it.`);
  return make(records);
}

/**
 * One honest use of every operation of the contract, on records of an organization. The tests of isolation,
 * permission, conflict and bad input are generated from it: a new operation adds its line here.
 */
export const SAMPLE_ARGUMENTS: Record<string, (of: Records) => Promise<Arguments> | Arguments> = {
  session: none,
  awaitingSetUp: none,
  invitationOffer: async (of) => ({ token: (await of.invitation()).token }),
  members: none,
  invitations: none,
  mySessions: none,
  aiSystems: () => ({
    filter: {
      search: 'scribe',
      stage: ['live'],
      phi: ['yes'],
      tier: [3],
      department: ['Cardiology'],
      businessOwner: [''],
    },
    sort: 'tier',
    direction: 'descending',
    first: 5,
    asOf: null,
  }),
  aiSystem: async (of) => ({ id: (await of.system()).id, asOf: null }),
  aiSystemSummary: () => ({ asOf: null }),
  savedViews: () => ({ register: 'vendors' }),
  dataImport: async (of) => ({ id: (await of.dataImport()).id }),
  document: async (of) => ({ id: await of.evidence() }),
  dataImports: () => ({ kind: 'ai_system' }),
  report: async (of) => ({ id: (await of.report()).id }),
  reports: none,
  auditEvents: async (of) => ({
    filter: {
      entity: ['ai_system'],
      entityId: (await of.system()).id,
      action: ['insert'],
      command: ['ai-system.create'],
      actor: of.officer.memberId,
      from: '2026-01-01',
      through: null,
    },
    first: 5,
  }),
  logStatus: none,

  setUp: async (of) => ({
    input: {
      token: await of.setUpLink(),
      organizationName: 'Cedar Health',
      organizationKind: 'hybrid',
      timeZone: 'America/Chicago',
      name: 'Sam Ruiz',
      email: address(),
      password: PASSWORD,
    },
  }),
  signIn: (of) => ({ input: { email: of.officer.email, password: PASSWORD, organizationId: of.officer.orgId } }),
  acceptInvitation: async (of) => ({
    input: { token: (await of.invitation()).token, name: 'Ana Lim', password: PASSWORD },
  }),
  signOut: none,
  inviteMember: () => ({ input: { email: address(), name: 'Ana Lim', roles: ['auditor'] } }),
  revokeInvitation: async (of) => ({ id: (await of.invitation()).id }),
  changeRoles: async (of) => ({ input: { ...(await of.colleague()), roles: ['executive'], reason: 'New duties' } }),
  deactivateMember: async (of) => ({ input: { ...(await of.colleague()), reason: 'Left' } }),
  reactivateMember: async (of) => ({ input: { ...(await of.formerColleague()), reason: 'Came back' } }),
  endMemberSessions: async (of) => ({ memberId: (await of.colleague()).memberId }),
  endSession: async (of) => ({ id: await of.sessionId() }),
  changePassword: () => ({ input: { currentPassword: PASSWORD, newPassword: 'saffron orchard bicycle 12' } }),
  updateOrganization: async (of) => ({
    input: {
      version: await of.organizationVersion(),
      name: 'Harbour Clinics',
      kind: 'covered_entity',
      timeZone: 'America/Denver',
      paper: 'a4',
    },
  }),

  createAiSystem: () => ({
    facts: { name: `Scribe ${randomUUID()}`, stage: 'live', phi: 'yes', identifiers: ['A'], liveSince: '2025-03-01' },
  }),
  updateAiSystem: async (of) => ({
    input: { ...(await of.system()), facts: { department: 'Radiology' }, reason: 'Moved' },
  }),
  retireAiSystem: async (of) => ({ input: { ...(await of.system()), retiredOn: '2026-01-05', reason: 'Replaced' } }),
  saveView: () => ({ input: { register: 'vendors', name: `PHI ${randomUUID()}`, query: 'phi=yes' } }),
  removeView: async (of) => ({ id: await of.savedView() }),
  fillSample: none,
  checkImport: async (of) => ({
    input: {
      ...(await of.dataImport()),
      mapping: { name: { columns: ['Name'] } },
      filter: { column: 'Department', anyOf: ['ED'] },
    },
  }),
  applyImport: async (of) => ({ input: await of.dataImport('checked') }),
  undoImport: async (of) => ({ input: await of.dataImport('applied') }),
  requestReport: () => ({
    input: {
      kind: 'inventory',
      formats: ['csv'],
      asOf: null,
      filter: { search: 'scribe', department: ['Cardiology'] },
    },
  }),
  cancelReport: async (of) => ({ id: (await of.report()).id }),

  vendors: () => ({
    filter: { search: 'voice', tier: ['high'], phi: ['yes'], ai: ['unknown'], owner: [''], offboarded: false },
    sort: 'tier',
    direction: 'descending',
    first: 5,
    asOf: null,
  }),
  vendor: async (of) => ({ id: (await of.vendor()).id, asOf: null }),
  vendorSummary: () => ({ asOf: null }),
  likelyDuplicates: () => ({ first: 5 }),
  services: async (of) => ({ search: 'dictation', vendorId: (await of.vendor()).id, first: 5 }),
  createVendor: () => ({
    facts: {
      name: `Lumen Voice ${randomUUID()}`,
      tier: 'high',
      contacts: { name: 'Ana Lim', role: 'Security', email: 'ana@vendor.example', phone: '' },
      reviewEveryMonths: 12,
      nextReviewOn: '2026-12-01',
    },
  }),
  updateVendor: async (of) => ({
    input: { ...(await of.vendor()), facts: { owner: 'Sam Ruiz' }, reason: 'New owner' },
  }),
  offboardVendor: async (of) => ({
    input: { ...(await of.vendor()), offboardedOn: '2026-01-05', reason: 'Replaced' },
  }),
  mergeVendors: async (of) => {
    const [keep, merge] = [await of.vendor(), await of.vendor()];
    return {
      input: {
        keepId: keep.id,
        keepVersion: keep.version,
        mergeId: merge.id,
        mergeVersion: merge.version,
        reason: 'The same company',
      },
    };
  },
  keepVendorsApart: async (of) => ({
    input: { vendorId: (await of.vendor()).id, otherId: (await of.vendor()).id, reason: 'Two companies' },
  }),
  createService: async (of) => ({
    input: { vendorId: (await of.vendor()).id, facts: { name: 'Dictation', phi: 'yes', ai: 'yes', regions: 'US' } },
  }),
  updateService: async (of) => ({ input: { ...(await of.service()), facts: { regions: 'Ohio' }, reason: 'Moved' } }),
  removeService: async (of) => ({ input: { ...(await of.service()), removedOn: '2026-01-05', reason: 'Replaced' } }),
  fileVendorEvidence: async (of) => ({
    input: {
      vendorId: (await of.vendor()).id,
      facts: {
        kind: 'soc2',
        title: 'SOC 2 Type 2',
        documentId: await of.evidence(),
        effectiveOn: '2026-01-05',
        expiresOn: '2027-01-04',
        note: 'Ends in January',
      },
    },
  }),
  withdrawVendorEvidence: async (of) => ({ input: { ...(await of.vendorEvidence()), reason: 'The wrong file' } }),
  answerQuestion: async (of) => {
    const { id } = await of.vendor();
    await of.answer(id, 'security.risk-analysis', 'unknown');
    return {
      input: {
        vendorId: id,
        question: 'security.risk-analysis',
        version: 1,
        answer: 'yes',
        explanation: 'Analysis of March',
        evidenceIds: [(await of.vendorEvidence(id)).id],
      },
    };
  },

  subprocessorGraph: async (of) => ({ vendorId: (await of.vendor()).id, on: '2026-01-05', asOf: null }),
  readSubprocessorList: async (of) => ({
    vendorId: (await of.vendor()).id,
    documentId: await of.evidence('| Subprocessor | Purpose |\n|---|---|\n| Nimbus Cloud | Hosting |\n', 'list.md'),
  }),
  addSubprocessor: async (of) => {
    const [upper, lower] = [await of.vendor(), await of.vendor()];
    return {
      input: {
        upperVendorId: upper.id,
        upperServiceId: (await of.service(upper.id)).id,
        lowerVendorId: lower.id,
        lowerServiceId: (await of.service(lower.id)).id,
        facts: { phi: 'yes', assurance: 'in_place', evidence: 'attestation', startsOn: '2026-01-05' },
      },
    };
  },
  updateSubprocessor: async (of) => ({
    input: { ...(await of.subprocessor()), facts: { location: 'Ohio' }, reason: 'Moved' },
  }),
  // One line, not in a list of its own: the contract takes it as a list of one, and each leaf below has a plain path.
  recordSubprocessorList: async (of) => ({
    input: {
      vendorId: (await of.vendor()).id,
      listedOn: '2026-01-05',
      source: 'https://vendor.example/subprocessors',
      entries: { name: `Nimbus ${randomUUID()}`, purpose: 'Hosting', location: 'Ohio' },
    },
  }),
  ...AGREEMENT_ARGUMENTS,
  ...COVERAGE_ARGUMENTS,
};

/** Operations that somebody who is not signed in may use. */
export const PUBLIC_OPERATIONS = ['session', 'awaitingSetUp', 'invitationOffer', 'setUp', 'signIn', 'acceptInvitation'];

/** The plain HTTP routes: who may use them, or why anybody may. */
export const ROUTES: Record<string, { readonly permission?: string; readonly public?: string }> = {
  'POST /graphql': { public: 'operations are guarded one by one' },
  'GET /graphql': { public: 'Apollo Server registers it; it is refused' },
  'GET /healthz': { public: 'says that the process lives' },
  'GET /readyz': { public: 'says that the database answers' },
  'GET /events': { permission: 'session.read' },
  'POST /imports': { permission: 'ai-system.import' },
  'POST /documents': { permission: 'document.upload' },
  'GET /documents/:id': { permission: 'document.read' },
};

export type Arguments = Record<string, unknown>;
function none(): Arguments {
  return {};
}
const address = () => `ana-${randomUUID().slice(0, 8)}@harbour.example`;
