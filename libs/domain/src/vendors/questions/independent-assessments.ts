import type { AreaQuestion } from './question.ts';

export const INDEPENDENT_ASSESSMENTS: readonly AreaQuestion[] = [
  {
    id: 'assessment.soc2',
    weight: 3,
    text: 'Is there a SOC 2 Type 2 report that covers the services we use and ends less than a year ago?',
    evidenceExpected: 'The report with its scope, period and exceptions; a bridge letter where the period is over.',
    citation: 'policy',
  },
  {
    id: 'assessment.certified',
    weight: 1,
    text: 'Is it certified against HITRUST or ISO 27001 for the services we use?',
    evidenceExpected: 'The certificate with scope and dates.',
    citation: 'policy',
  },
  {
    id: 'assessment.penetration-test',
    weight: 2,
    text: 'Did somebody independent try to break in within the last year, the AI features included?',
    evidenceExpected: 'Summary with scope, date, tester and what was mended.',
    citation: 'policy',
  },
  {
    id: 'assessment.evaluation',
    weight: 2,
    text: 'Does it evaluate its safeguards at set times and when something changes?',
    evidenceExpected: 'The latest evaluation and what led to it.',
    citation: '45 CFR 164.308(a)(8)',
  },
  {
    id: 'assessment.findings-closed',
    weight: 2,
    text: 'Were the findings of the last assessments mended?',
    evidenceExpected: 'Findings with dates on which they were closed; reasons for those still open.',
    citation: 'policy',
  },
  {
    id: 'assessment.right-to-audit',
    weight: 2,
    text: 'May we, or somebody for us, assess it, and see reports without a bar to showing them to regulators?',
    evidenceExpected: 'The clause: how often, with what notice, at whose cost.',
    citation: 'policy',
  },
  {
    id: 'assessment.past-breaches',
    weight: 2,
    text: 'Has it told us of the breaches and government inquiries of the last three years, or that there were none?',
    evidenceExpected: 'A dated statement, compared with public breach reports.',
    citation: 'policy',
  },
  {
    id: 'assessment.insurance',
    weight: 1,
    text: 'Is it insured against the cost of a breach, without an exclusion for AI?',
    evidenceExpected: 'Certificate with amount and end date, and the exclusions.',
    citation: 'policy',
  },
];
