import type { AreaQuestion } from './question.ts';

export const OPERATIONAL_CONTROLS: readonly AreaQuestion[] = [
  {
    id: 'operations.incident-response',
    weight: 3,
    text: 'Is there a plan for security incidents, and is each incident written down with its outcome?',
    evidenceExpected: 'The plan, and a sample record from detection to closure with names removed.',
    citation: '45 CFR 164.308(a)(6)(ii)',
  },
  {
    id: 'operations.breach-notice',
    weight: 3,
    text: 'Does it tell us of a breach without delay, counted from the day it knew or should have known?',
    evidenceExpected: 'The days it commits to and from when they count. "Once confirmed" counts from too late.',
    citation: '45 CFR 164.410',
  },
  {
    id: 'operations.incident-reports',
    weight: 2,
    text: 'Does it report security incidents that did not become a breach within agreed days?',
    evidenceExpected: 'The days, and what it counts as an incident.',
    citation: '45 CFR 164.314(a)(2)(i)(C)',
  },
  {
    id: 'operations.backup',
    weight: 2,
    text: 'Are there copies from which our data was restored in a test?',
    evidenceExpected: 'Date and result of the last restore.',
    citation: '45 CFR 164.308(a)(7)(ii)(A)',
  },
  {
    id: 'operations.disaster-recovery',
    weight: 2,
    text: 'Is there a plan to restore the service after a disaster, with a time it was measured to take?',
    evidenceExpected: 'The plan, the times promised, and the last exercise.',
    citation: '45 CFR 164.308(a)(7)(ii)(B)',
  },
  {
    id: 'operations.contingency-tests',
    weight: 1,
    text: 'Are the plans for emergencies exercised and mended?',
    evidenceExpected: 'Date, who took part, what was found, what was changed.',
    citation: '45 CFR 164.308(a)(7)(ii)(D)',
  },
  {
    id: 'operations.training',
    weight: 2,
    text: 'Is everybody who can reach our PHI trained, and is it documented?',
    evidenceExpected: 'Who must be trained, how often, and the share that was.',
    citation: '45 CFR 164.308(a)(5)(i)',
  },
  {
    id: 'operations.clearance',
    weight: 1,
    text: 'Is it checked that a person may have access before they get it?',
    evidenceExpected: 'What is checked for which roles, contractors included.',
    citation: '45 CFR 164.308(a)(3)(ii)(B)',
  },
  {
    id: 'operations.records-kept',
    weight: 1,
    text: 'Are its policies and the records that HIPAA asks for kept for six years?',
    evidenceExpected: 'The retention rule, and a version of a policy from years ago.',
    citation: '45 CFR 164.316(b)(2)(i)',
  },
];
