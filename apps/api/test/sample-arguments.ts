import { randomUUID } from 'node:crypto';
import type { Records } from './records.ts';
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
  savedViews: none,
  dataImport: async (of) => ({ id: (await of.dataImport()).id }),
  dataImports: none,
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
  saveView: () => ({ input: { name: `PHI ${randomUUID()}`, query: 'phi=yes' } }),
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
  'GET /documents/:id': { permission: 'report.download' },
};

export type Arguments = Record<string, unknown>;
function none(): Arguments {
  return {};
}
const address = () => `ana-${randomUUID().slice(0, 8)}@harbour.example`;
