import type { AreaQuestion } from './question.ts';

export const ACCESS_AND_LOGGING: readonly AreaQuestion[] = [
  {
    id: 'access.unique-users',
    weight: 2,
    text: 'Does everybody who can reach PHI have an account of their own, carried through to the model?',
    evidenceExpected: 'No shared accounts; how a request to a model is tied to a person or program.',
    citation: '45 CFR 164.312(a)(2)(i)',
  },
  {
    id: 'access.verified-identity',
    weight: 3,
    text: 'Is the identity of every person and program verified, of people with a second factor?',
    evidenceExpected: 'Settings for our users, and for its administrators and support staff.',
    citation: '45 CFR 164.312(d)',
  },
  {
    id: 'access.authorized',
    weight: 2,
    text: 'Is access given by role, no wider than the work needs, and approved by somebody?',
    evidenceExpected: 'Roles with what each may reach, service accounts and connectors included.',
    citation: '45 CFR 164.308(a)(4)(ii)(B)',
  },
  {
    id: 'access.reviewed',
    weight: 2,
    text: 'Are access rights looked at again at set times, and what is found carried out?',
    evidenceExpected: 'The last review with its decisions.',
    citation: '45 CFR 164.308(a)(4)(ii)(C)',
  },
  {
    id: 'access.leavers',
    weight: 2,
    text: 'Does access end when somebody leaves, tokens and keys included?',
    evidenceExpected: 'The time it takes, and a sample of leavers with when access ended.',
    citation: '45 CFR 164.308(a)(3)(ii)(C)',
  },
  {
    id: 'access.vendor-staff',
    weight: 2,
    text: 'Do its staff see our prompts and outputs only when it was approved, with each look logged?',
    evidenceExpected: 'Who may look, for what, who approves; whether abuse monitoring reads them.',
    citation: '45 CFR 164.502(b)',
  },
  {
    id: 'access.audit-logs',
    weight: 3,
    text: 'Is it logged who saw or changed PHI, prompts and outputs included?',
    evidenceExpected: 'A sample of the log: who, when, what, from where.',
    citation: '45 CFR 164.312(b)',
  },
  {
    id: 'access.logs-read',
    weight: 2,
    text: 'Are the logs looked at regularly, and is what they show followed up?',
    evidenceExpected: 'How often, by whom, and a finding that was handled.',
    citation: '45 CFR 164.308(a)(1)(ii)(D)',
  },
  {
    id: 'access.logs-exported',
    weight: 1,
    text: 'Can we take the logs of our use out and keep them as long as we need?',
    evidenceExpected:
      'Format, interface and how long the vendor keeps them; 30 to 90 days is too short for an inquiry.',
    citation: 'policy',
  },
];
