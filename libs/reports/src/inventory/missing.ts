import type { FactName } from '@attestry/domain/ai-systems/facts.ts';
import type { ReportSystem } from './input.ts';

export interface MissingFact {
  readonly fact: FactName;
  readonly label: string;
}
export interface MissingGroup {
  readonly group: string;
  readonly facts: readonly MissingFact[];
}

/**
 * What nobody has said yet about a system: texts that are empty, choices that are unknown, dates that are not set, each
 * only where the other facts make it a question. Nothing is asked of a retired system.
 */
export function missingFacts(system: ReportSystem): MissingGroup[] {
  if (system.stage === 'retired') return [];
  return GROUPS.map(({ group, questions }) => ({
    group,
    facts: questions.filter((question) => question.asked?.(system) !== false && isMissing(system, question.fact)),
  }))
    .map(({ group, facts }) => ({ group, facts: facts.map(({ fact, label }) => ({ fact, label })) }))
    .filter(({ facts }) => facts.length > 0);
}

export function isMissing(system: ReportSystem, fact: FactName): boolean {
  const value = system[fact];
  return value === null || value === '' || value === 'unknown' || (Array.isArray(value) && value.length === 0);
}

interface Question extends MissingFact {
  readonly asked?: (system: ReportSystem) => boolean;
}

const mayUsePhi = (system: ReportSystem) => system.phi !== 'no';
const mayHaveVendor = (system: ReportSystem) => system.origin !== 'in_house';
const mayTouchCare = (system: ReportSystem) => system.clinicalImpact !== 'none';
const isInUse = (system: ReportSystem) => system.stage === 'live' || system.stage === 'suspended';

const GROUPS: readonly { readonly group: string; readonly questions: readonly Question[] }[] = [
  {
    group: 'What it is',
    questions: [
      { fact: 'purpose', label: 'purpose' },
      { fact: 'users', label: 'who uses it' },
      { fact: 'origin', label: 'vendor or in house' },
      { fact: 'vendorName', label: 'vendor', asked: mayHaveVendor },
      { fact: 'deployment', label: 'where it runs' },
      { fact: 'models', label: 'models' },
      { fact: 'liveSince', label: 'live since', asked: isInUse },
    ],
  },
  {
    group: 'Who answers for it',
    questions: [
      { fact: 'department', label: 'department' },
      { fact: 'businessOwner', label: 'business owner' },
      { fact: 'technicalOwner', label: 'technical owner' },
      { fact: 'nextReviewOn', label: 'next review' },
    ],
  },
  {
    group: 'Data',
    questions: [
      { fact: 'phi', label: 'whether it uses PHI' },
      { fact: 'phiVolume', label: 'how much PHI', asked: mayUsePhi },
      { fact: 'identifiers', label: 'which identifiers', asked: mayUsePhi },
      { fact: 'dataClasses', label: 'data classes', asked: mayUsePhi },
      { fact: 'minimumNecessary', label: 'why this is the minimum necessary', asked: mayUsePhi },
      { fact: 'vendorTrainingRights', label: 'whether the vendor may train on the data', asked: mayHaveVendor },
    ],
  },
  {
    group: 'Effect on people',
    questions: [
      { fact: 'clinicalImpact', label: 'effect on care' },
      { fact: 'clinicalArea', label: 'clinical area', asked: mayTouchCare },
      { fact: 'decisionRole', label: 'role in decisions' },
      { fact: 'population', label: 'population', asked: mayTouchCare },
      { fact: 'vulnerablePopulation', label: 'whether the population is vulnerable', asked: mayTouchCare },
      { fact: 'humanOversight', label: 'human oversight' },
      { fact: 'fdaStatus', label: 'FDA determination', asked: mayTouchCare },
      { fact: 'decisionSupportTool', label: 'whether it is a decision support tool', asked: mayTouchCare },
    ],
  },
  {
    group: 'Continuity',
    questions: [
      { fact: 'criticality', label: 'criticality' },
      { fact: 'downtimeProcedure', label: 'downtime procedure' },
    ],
  },
];
