import type { FactName } from '@attestry/domain/ai-systems/facts.ts';
import { FACT_LABELS } from '@attestry/domain/ai-systems/words.ts';

/** The name of a fact that came over the wire and may be newer than this page. */
export const labelOf = (fact: string): string => FACT_LABELS[fact as FactName] ?? OTHER[fact] ?? fact;

const OTHER: Record<string, string> = {
  retiredOn: 'Retired on',
  retiredReason: 'Reason for retiring',
  tier: 'Risk tier',
  withdrawnAt: 'Withdrawn',
};

/** How to answer: one sentence under the field. */
export const FACT_HINTS: Partial<Record<FactName, string>> = {
  purpose: 'What it does and for whom, in a sentence or two.',
  users: 'Who works with it: roles and departments, not persons.',
  businessOwner: 'Name or e-mail of the person who answers for its use.',
  technicalOwner: 'Name or e-mail of the person who runs it.',
  phi: 'Health, care or payment information about an identifiable person (45 CFR 160.103).',
  phiVolume: 'People whose information it has seen or will see.',
  identifiers: 'Those it receives, of the eighteen in 45 CFR 164.514(b)(2)(i).',
  dataClasses: 'For example notes, images, claims, audio.',
  minimumNecessary: 'Why it needs just this, and no less would do (45 CFR 164.502(b)).',
  vulnerablePopulation: 'Children, pregnant people, people in crisis, or others at more than usual risk.',
  decisionRole:
    'Informs: people decide without it too. Recommends: people decide on its advice. Acts: nobody decides in between.',
  clinicalImpact:
    'Direct: changes diagnosis or treatment. Indirect: changes scheduling, triage or records that care relies on.',
  humanOversight: 'Who looks at its output, when, and how they overrule it.',
  downtimeProcedure: 'What people do when it is not there.',
  vendorTrainingRights: 'Whether the contract lets the vendor train on what you send.',
  criticality: 'How much it hurts when it stops.',
  models: 'Models and their providers, as far as known.',
  fdaStatus: 'As determined for this use (FD&C Act 520(o)(1)(E)).',
  decisionSupportTool: 'A patient care decision support tool under 45 CFR 92.210.',
};
