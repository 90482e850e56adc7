import type { Rule } from './catalog-rules.ts';

/** Where a rule of the catalog does not hold, and why. A line that is no longer needed fails the test as well. */
export interface Exception {
  readonly table: string;
  readonly rules: readonly Rule[];
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [
  {
    table: 'app.organization',
    rules: ['org_id', 'policy'],
    reason: 'it is the organization: its id is what org_id refers to, and its policy compares that',
  },
  {
    table: 'app.organization_key',
    rules: ['tracked', 'kept'],
    reason: 'a secret, written once; no role may update or delete it',
  },
  {
    table: 'app.background_task',
    rules: ['tracked', 'kept'],
    reason: 'progress of work, not a record; what the work changes is tracked',
  },
  {
    table: 'app.data_import_row',
    rules: ['tracked', 'kept', 'delete'],
    reason: 'the preview of an import, made anew when the mapping changes; what it changes is tracked',
  },
  {
    table: 'app.data_import_record',
    rules: ['tracked', 'kept', 'delete'],
    reason: 'the preview of an import, made anew when the mapping changes; what it changes is tracked',
  },
  {
    table: 'app.answer_evidence',
    rules: ['kept', 'delete'],
    reason: 'which documents an answer rests on; each that is taken away is an event',
  },
  {
    table: 'app.covered_service',
    rules: ['kept', 'delete'],
    reason: 'a line of a list, entered by mistake; its deletion is an event',
  },
  { table: 'app.saved_view', rules: ['kept', 'delete'], reason: 'a personal convenience; its deletion is an event' },
  {
    table: 'auth.account',
    rules: ['org_id', 'row security', 'tracked', 'kept'],
    reason: 'a person who signs in belongs to no organization; sign-ins are noted in the log of the one they enter',
  },
  {
    table: 'auth.session',
    rules: ['primary key', 'unique index', 'row security', 'tracked', 'kept'],
    reason: 'found by the hash of its token before any organization is known',
  },
  {
    table: 'auth.attempt',
    rules: ['org_id', 'row security', 'tracked', 'kept', 'delete'],
    reason: 'counters of failed sign-ins, before anyone is known',
  },
  {
    table: 'auth.setup_link',
    rules: ['org_id', 'row security', 'tracked', 'kept'],
    reason: 'makes the first organization, so there is none yet',
  },
  { table: 'audit.event', rules: ['tracked'], reason: 'it is the log' },
  {
    table: 'audit.unsealed',
    rules: ['tracked', 'kept', 'delete'],
    reason: 'the queue in front of the sealer; the verifier finds what is neither in it nor sealed',
  },
  { table: 'audit.leaf', rules: ['tracked'], reason: 'it is the log' },
  { table: 'audit.checkpoint', rules: ['tracked'], reason: 'it is the log' },
  {
    table: 'audit.installation_leaf',
    rules: ['primary key', 'row security', 'tracked'],
    reason: 'the log over all organizations: hashes and sizes; the application may not read it',
  },
  {
    table: 'audit.installation_checkpoint',
    rules: ['org_id', 'row security', 'tracked'],
    reason: 'one for all organizations, and shown to each: a size, a root and a signature',
  },
];

/** Policies beside `tenant`. `owner` stands for whoever owns the table. */
export const furtherPolicies: readonly {
  table: string;
  policy: string;
  role: string;
  command: string;
  reason: string;
}[] = [
  {
    table: 'audit.event',
    policy: 'sealer',
    role: 'app_seal',
    command: 'SELECT',
    reason: 'one sealer for every organization',
  },
  {
    table: 'audit.unsealed',
    policy: 'sealer',
    role: 'app_seal',
    command: 'ALL',
    reason: 'one sealer for every organization',
  },
  {
    table: 'audit.leaf',
    policy: 'sealer',
    role: 'app_seal',
    command: 'ALL',
    reason: 'one sealer for every organization',
  },
  {
    table: 'audit.checkpoint',
    policy: 'sealer',
    role: 'app_seal',
    command: 'ALL',
    reason: 'one sealer for every organization',
  },
  {
    table: 'app.organization',
    policy: 'lookup',
    role: 'owner',
    command: 'SELECT',
    reason: 'sign-in: which organizations are mine',
  },
  {
    table: 'app.member',
    policy: 'lookup',
    role: 'owner',
    command: 'SELECT',
    reason: 'sign-in: which organizations are mine',
  },
  {
    table: 'app.invitation',
    policy: 'lookup',
    role: 'owner',
    command: 'SELECT',
    reason: 'an invitation is found by its token',
  },
  {
    table: 'app.background_task',
    policy: 'lookup',
    role: 'owner',
    command: 'SELECT',
    reason: 'the tick repairs every queue',
  },
];

/** Functions that act as the owner; each does one narrow thing, and only this role may call it. */
export const definerFunctions: readonly { name: string; role: string | null; reason: string }[] = [
  { name: 'audit.append', role: null, reason: 'writes the log, which no other role may' },
  { name: 'audit.record', role: null, reason: 'the trigger that writes the log' },
  {
    name: 'audit.note',
    role: 'app_rw',
    reason: 'reads and refusals go into the log, under the set organization and actor',
  },
  { name: 'audit.organizations', role: 'app_seal', reason: 'the verifier walks every log' },
  { name: 'auth.session_by_token', role: 'app_rw', reason: 'the session says which organization' },
  { name: 'auth.memberships', role: 'app_rw', reason: 'the account says which organizations' },
  { name: 'auth.invitation_by_token', role: 'app_rw', reason: 'the invitation says which organization' },
  { name: 'auth.has_organization', role: 'app_rw', reason: 'whether this is a first start' },
  { name: 'app.waiting_tasks', role: 'app_rw', reason: 'the tick repairs every queue' },
];
