import type { AreaQuestion } from './question.ts';

export const DATA_HANDLING: readonly AreaQuestion[] = [
  {
    id: 'data.permitted-uses',
    weight: 3,
    text: 'Does it use and disclose PHI for what the agreement permits and nothing else, product improvement included?',
    evidenceExpected: 'The clause, and the terms of service beside it: what they permit must not be wider.',
    citation: '45 CFR 164.502(a)(3)',
  },
  {
    id: 'data.minimum-necessary',
    weight: 2,
    text: 'Does it ask for and keep no more PHI than the service needs?',
    evidenceExpected: 'Which fields are sent for what, and which can be left out.',
    citation: '45 CFR 164.502(b)',
  },
  {
    id: 'data.retention',
    weight: 2,
    text: 'Is it said how long each copy is kept, prompts, outputs, logs and backups too?',
    evidenceExpected: 'Days for each kind of copy, and which of them we can set.',
    citation: 'policy',
  },
  {
    id: 'data.return-or-destroy',
    weight: 3,
    text: 'Does it return or destroy all PHI at the end, certify it, and protect what cannot be destroyed?',
    evidenceExpected: 'The clause, a sample certificate, and what it names as infeasible.',
    citation: '45 CFR 164.504(e)(2)(ii)(J)',
  },
  {
    id: 'data.disposal',
    weight: 1,
    text: 'Are media that held PHI cleared or destroyed before they leave its hands?',
    evidenceExpected: 'The method, or that of its data centers, with a certificate.',
    citation: '45 CFR 164.310(d)(2)(i)',
  },
  {
    id: 'data.subcontractor-agreements',
    weight: 3,
    text: 'Does it hold an agreement with the same restrictions with every subcontractor that PHI reaches?',
    evidenceExpected:
      'An attestation that names them, or copies. A public list shows that they exist, not what they signed.',
    citation: '45 CFR 164.502(e)(1)(ii)',
  },
  {
    id: 'data.subprocessor-changes',
    weight: 2,
    text: 'Is there a named list of subcontractors, and are we told of a new one in time to object?',
    evidenceExpected: 'The list with its date, and the days of notice in the agreement.',
    citation: 'policy',
  },
  {
    id: 'data.location',
    weight: 1,
    text: 'Is it known in which countries PHI is kept and from which it is looked at?',
    evidenceExpected: 'Regions of storage, of support staff and of each subcontractor.',
    citation: 'policy',
  },
  {
    id: 'data.no-sale',
    weight: 2,
    text: 'Is selling PHI, or using it for marketing, excluded?',
    evidenceExpected: 'The clause. "Sharing with partners" is to be explained.',
    citation: '45 CFR 164.502(a)(5)(ii)',
  },
];
