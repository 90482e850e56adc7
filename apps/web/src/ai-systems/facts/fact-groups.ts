import type { FactName } from '@attestry/domain/ai-systems/facts.ts';

export interface FactGroup {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly FactName[];
}

/** The facts as people think of them; each stands in one group. */
export const FACT_GROUPS: readonly FactGroup[] = [
  { id: 'what', title: 'What it is', facts: ['name', 'purpose', 'stage', 'department', 'clinicalArea'] },
  { id: 'who', title: 'Who', facts: ['businessOwner', 'technicalOwner', 'users'] },
  {
    id: 'phi',
    title: 'Protected health information',
    facts: ['phi', 'phiVolume', 'identifiers', 'dataClasses', 'minimumNecessary'],
  },
  {
    id: 'care',
    title: 'Care and oversight',
    facts: [
      'decisionRole',
      'clinicalImpact',
      'population',
      'vulnerablePopulation',
      'humanOversight',
      'downtimeProcedure',
      'criticality',
    ],
  },
  {
    id: 'vendor',
    title: 'Vendor and model',
    facts: ['origin', 'vendorName', 'deployment', 'models', 'vendorTrainingRights'],
  },
  { id: 'regulation', title: 'Regulation', facts: ['fdaStatus', 'decisionSupportTool'] },
  { id: 'dates', title: 'Dates and notes', facts: ['liveSince', 'nextReviewOn', 'notes'] },
];
