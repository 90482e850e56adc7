import type { AreaQuestion } from './question.ts';

export const SECURITY_POSTURE: readonly AreaQuestion[] = [
  {
    id: 'security.risk-analysis',
    weight: 3,
    text: 'Is there a current risk analysis of the systems that will hold our PHI?',
    evidenceExpected:
      'Date, scope and summary of the latest analysis. A letter that only says there is one shows no scope.',
    citation: '45 CFR 164.308(a)(1)(ii)(A)',
  },
  {
    id: 'security.risk-management',
    weight: 2,
    text: 'Does each risk that was found have an owner and a date, and is the plan carried out?',
    evidenceExpected: 'An extract of the plan with items that were closed, and when.',
    citation: '45 CFR 164.308(a)(1)(ii)(B)',
  },
  {
    id: 'security.official',
    weight: 1,
    text: 'Is one named person responsible for security?',
    evidenceExpected: 'Name, role and how to reach them.',
    citation: '45 CFR 164.308(a)(2)',
  },
  {
    id: 'security.encrypted-at-rest',
    weight: 3,
    text: 'Is PHI encrypted wherever it rests, in prompts kept, indexes, logs and backups too?',
    evidenceExpected: 'Cipher and a list of what is encrypted. A list without logs and backups is a partly.',
    citation: '45 CFR 164.312(a)(2)(iv)',
  },
  {
    id: 'security.encrypted-in-transit',
    weight: 3,
    text: 'Is PHI encrypted on every way it travels, between its own systems and to model providers too?',
    evidenceExpected: 'TLS versions for each connection, internal ones included.',
    citation: '45 CFR 164.312(e)(2)(ii)',
  },
  {
    id: 'security.keys',
    weight: 2,
    text: 'Are the keys kept apart from the data they open, and is each use of them limited and logged?',
    evidenceExpected: 'Where keys are kept and who can use them; whether we may hold our own.',
    citation: '74 FR 42742-43',
  },
  {
    id: 'security.tenants-apart',
    weight: 3,
    text: "Is our data kept apart from other customers' in storage, indexes and caches?",
    evidenceExpected: 'How customers are separated at each place, and a test that shows it.',
    citation: '45 CFR 164.312(a)(1)',
  },
  {
    id: 'security.malicious-software',
    weight: 1,
    text: 'Are malicious software, model files and packages looked for and kept out?',
    evidenceExpected: 'What is scanned, when, and what happens to what is found.',
    citation: '45 CFR 164.308(a)(5)(ii)(B)',
  },
  {
    id: 'security.weaknesses',
    weight: 2,
    text: 'Are weaknesses mended within set times, the shortest for the gravest?',
    evidenceExpected: 'The times that are set, and how often they were kept in the last year.',
    citation: 'policy',
  },
];
