import { z } from 'zod';
import { line, prose, reason } from '../text.ts';
import { plainDate } from '../time/plain-date-schema.ts';
import { YES_NO_UNKNOWN } from '../yes-no-unknown.ts';

/*
 * The facts of an AI system. Every enumeration that people may not know the answer to has `unknown`:
 * unknown is a fact of its own, shown as such, and never read as "no".
 */

export const STAGES = ['discovered', 'proposed', 'pilot', 'in_review', 'live', 'suspended', 'retired'] as const;
export const ORIGINS = ['vendor', 'in_house', 'both', 'unknown'] as const;
export const DEPLOYMENTS = [
  'on_premise',
  'private_cloud',
  'vendor_saas',
  'deidentified_to_cloud',
  'embedded_in_product',
  'unknown',
] as const;
export const PHI_VOLUMES = ['none', 'under_500', 'from_500_to_10000', 'over_10000', 'unknown'] as const;
export const DECISION_ROLES = ['informs', 'recommends', 'acts', 'unknown'] as const;
export const CLINICAL_IMPACTS = ['none', 'indirect', 'direct', 'unknown'] as const;
export const TRAINING_RIGHTS = ['prohibited', 'permitted', 'not_applicable', 'unknown'] as const;
export const CRITICALITIES = ['low', 'moderate', 'high', 'critical', 'unknown'] as const;
/** FDA determination, as recorded per AI system (FD&C Act 520(o)(1)(E), 21 USC 360j(o)(1)(E)). */
export const FDA_STATUSES = [
  'not_device_admin',
  'non_device_cds',
  'enforcement_discretion',
  'device_cleared',
  'device_de_novo',
  'device_pma',
  'device_uncleared',
  'unknown',
] as const;

/** Identifiers of 45 CFR 164.514(b)(2)(i), by the letter of their paragraph. */
export const IDENTIFIERS = {
  A: 'Names',
  B: 'Geography smaller than a State',
  C: 'Dates except year; ages over 89',
  D: 'Telephone numbers',
  E: 'Fax numbers',
  F: 'E-mail addresses',
  G: 'Social Security numbers',
  H: 'Medical record numbers',
  I: 'Health plan beneficiary numbers',
  J: 'Account numbers',
  K: 'Certificate and license numbers',
  L: 'Vehicle identifiers and plates',
  M: 'Device identifiers and serial numbers',
  N: 'URLs',
  O: 'IP addresses',
  P: 'Biometric identifiers (finger and voice prints)',
  Q: 'Full-face photographs and comparable images',
  R: 'Any other unique number, characteristic or code',
} as const;
export type Identifier = keyof typeof IDENTIFIERS;
export const IDENTIFIER_LETTERS = Object.keys(IDENTIFIERS) as [Identifier, ...Identifier[]];

export type Stage = (typeof STAGES)[number];
export type Origin = (typeof ORIGINS)[number];
export type Deployment = (typeof DEPLOYMENTS)[number];
export type PhiVolume = (typeof PHI_VOLUMES)[number];
export type DecisionRole = (typeof DECISION_ROLES)[number];
export type ClinicalImpact = (typeof CLINICAL_IMPACTS)[number];
export type TrainingRights = (typeof TRAINING_RIGHTS)[number];
export type Criticality = (typeof CRITICALITIES)[number];
export type FdaStatus = (typeof FDA_STATUSES)[number];

const emailOrName = prose(320);

/** Everything a person records about an AI system. Texts are '' and choices `unknown` until somebody knows. */
export const aiSystemFacts = z.object({
  name: line(),
  purpose: prose(),
  department: prose(300),
  clinicalArea: prose(300),
  users: prose(2_000),
  stage: z.enum(STAGES),
  origin: z.enum(ORIGINS),
  vendorName: prose(300),
  deployment: z.enum(DEPLOYMENTS),
  models: prose(2_000),
  businessOwner: emailOrName,
  technicalOwner: emailOrName,
  phi: z.enum(YES_NO_UNKNOWN),
  phiVolume: z.enum(PHI_VOLUMES),
  identifiers: z.array(z.enum(IDENTIFIER_LETTERS)).max(18),
  dataClasses: prose(2_000),
  minimumNecessary: prose(),
  population: prose(2_000),
  vulnerablePopulation: z.enum(YES_NO_UNKNOWN),
  decisionRole: z.enum(DECISION_ROLES),
  clinicalImpact: z.enum(CLINICAL_IMPACTS),
  humanOversight: prose(),
  downtimeProcedure: prose(),
  vendorTrainingRights: z.enum(TRAINING_RIGHTS),
  criticality: z.enum(CRITICALITIES),
  fdaStatus: z.enum(FDA_STATUSES),
  /** Patient care decision support tool under 45 CFR 92.210 (Section 1557). */
  decisionSupportTool: z.enum(YES_NO_UNKNOWN),
  liveSince: plainDate.nullable(),
  nextReviewOn: plainDate.nullable(),
  notes: prose(),
});
export type AiSystemFacts = z.infer<typeof aiSystemFacts>;
export type FactName = keyof AiSystemFacts;

/** What is assumed of a system that somebody only named. */
export const UNKNOWN_FACTS: Omit<AiSystemFacts, 'name'> = {
  purpose: '',
  department: '',
  clinicalArea: '',
  users: '',
  stage: 'discovered',
  origin: 'unknown',
  vendorName: '',
  deployment: 'unknown',
  models: '',
  businessOwner: '',
  technicalOwner: '',
  phi: 'unknown',
  phiVolume: 'unknown',
  identifiers: [],
  dataClasses: '',
  minimumNecessary: '',
  population: '',
  vulnerablePopulation: 'unknown',
  decisionRole: 'unknown',
  clinicalImpact: 'unknown',
  humanOversight: '',
  downtimeProcedure: '',
  vendorTrainingRights: 'unknown',
  criticality: 'unknown',
  fdaStatus: 'unknown',
  decisionSupportTool: 'unknown',
  liveSince: null,
  nextReviewOn: null,
  notes: '',
};

export const createAiSystem = aiSystemFacts.partial().required({ name: true });
export type CreateAiSystem = z.infer<typeof createAiSystem>;

/** By hand; an import may bring systems that were retired before anybody recorded them. */
export const recordAiSystem = createAiSystem.refine(({ stage }) => stage !== 'retired', {
  path: ['stage'],
  message: 'cannot start as retired; add it, then retire it',
});

/** `retired` is reached by retiring, which asks for the reason, and not by an edit. */
export const updateAiSystem = z.object({
  id: z.uuid(),
  version: z.int().min(1),
  facts: aiSystemFacts.partial(),
  reason: prose(2_000).default(''),
});
export type UpdateAiSystem = z.infer<typeof updateAiSystem>;

export const retireAiSystem = z.object({
  id: z.uuid(),
  version: z.int().min(1),
  retiredOn: plainDate,
  reason,
});
export type RetireAiSystem = z.infer<typeof retireAiSystem>;
