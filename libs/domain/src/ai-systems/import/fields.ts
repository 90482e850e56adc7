import type { ImportField as AnyField, ImportTarget, Mapping } from '../../import/mapping.ts';
import { keysOf } from '../../keys.ts';
import type { FactName } from '../facts.ts';
import { FACT_LABELS } from '../words.ts';

/*
 * What a column of a table can be mapped to: a fact, the id the source gives the system, or whether it holds PII,
 * which is not the same question as PHI (see `pii.ts`).
 */

export const IMPORT_FIELDS = {
  name: { label: FACT_LABELS.name, kind: 'line' },
  externalId: { label: 'Id in the source', kind: 'key' },
  purpose: { label: FACT_LABELS.purpose, kind: 'prose' },
  department: { label: FACT_LABELS.department, kind: 'line' },
  clinicalArea: { label: FACT_LABELS.clinicalArea, kind: 'line' },
  users: { label: FACT_LABELS.users, kind: 'prose' },
  stage: { label: FACT_LABELS.stage, kind: 'choice' },
  origin: { label: FACT_LABELS.origin, kind: 'choice' },
  vendorName: { label: FACT_LABELS.vendorName, kind: 'line' },
  deployment: { label: FACT_LABELS.deployment, kind: 'choice' },
  models: { label: FACT_LABELS.models, kind: 'prose' },
  businessOwner: { label: FACT_LABELS.businessOwner, kind: 'line' },
  technicalOwner: { label: FACT_LABELS.technicalOwner, kind: 'line' },
  phi: { label: FACT_LABELS.phi, kind: 'choice' },
  pii: { label: 'Uses personal information (PII)', kind: 'pii' },
  phiVolume: { label: FACT_LABELS.phiVolume, kind: 'choice' },
  dataClasses: { label: FACT_LABELS.dataClasses, kind: 'prose' },
  minimumNecessary: { label: FACT_LABELS.minimumNecessary, kind: 'prose' },
  population: { label: FACT_LABELS.population, kind: 'prose' },
  vulnerablePopulation: { label: FACT_LABELS.vulnerablePopulation, kind: 'choice' },
  decisionRole: { label: FACT_LABELS.decisionRole, kind: 'choice' },
  clinicalImpact: { label: FACT_LABELS.clinicalImpact, kind: 'choice' },
  humanOversight: { label: FACT_LABELS.humanOversight, kind: 'prose' },
  downtimeProcedure: { label: FACT_LABELS.downtimeProcedure, kind: 'prose' },
  vendorTrainingRights: { label: FACT_LABELS.vendorTrainingRights, kind: 'choice' },
  criticality: { label: FACT_LABELS.criticality, kind: 'choice' },
  fdaStatus: { label: FACT_LABELS.fdaStatus, kind: 'choice' },
  decisionSupportTool: { label: FACT_LABELS.decisionSupportTool, kind: 'choice' },
  liveSince: { label: FACT_LABELS.liveSince, kind: 'date' },
  nextReviewOn: { label: FACT_LABELS.nextReviewOn, kind: 'date' },
  notes: { label: FACT_LABELS.notes, kind: 'prose' },
} as const satisfies Record<string, AnyField>;

export type ImportField = keyof typeof IMPORT_FIELDS;
export const IMPORT_FIELD_NAMES = keysOf(IMPORT_FIELDS);

/** Fields that are facts of the system, and so can appear in a diff. */
export type ImportedFact = ImportField & FactName;

export type AiSystemMapping = Mapping<ImportField>;

export const AI_SYSTEM_TABLE: ImportTarget<ImportField> = {
  fields: IMPORT_FIELDS,
  lacks: ({ name }) =>
    name ? undefined : { field: 'name', message: 'choose the column that holds the name of the system' },
};
