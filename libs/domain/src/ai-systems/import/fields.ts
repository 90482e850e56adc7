import type { FactName } from '../facts.ts';

/*
 * What a column of a table can be mapped to: a fact, the id the source gives the system, or whether it holds PII,
 * which is not the same question as PHI (see `pii.ts`).
 */

/** How the cells of a field are read. */
export type FieldKind = 'key' | 'line' | 'prose' | 'choice' | 'date' | 'pii';

export const IMPORT_FIELDS = {
  name: { label: 'Name', kind: 'line' },
  externalId: { label: 'Id in the source', kind: 'key' },
  purpose: { label: 'Purpose', kind: 'prose' },
  department: { label: 'Department', kind: 'line' },
  clinicalArea: { label: 'Clinical area', kind: 'line' },
  users: { label: 'Users', kind: 'prose' },
  stage: { label: 'Stage', kind: 'choice' },
  origin: { label: 'Vendor or in-house', kind: 'choice' },
  vendorName: { label: 'Vendor', kind: 'line' },
  deployment: { label: 'Deployment', kind: 'choice' },
  models: { label: 'Models', kind: 'prose' },
  businessOwner: { label: 'Business owner', kind: 'line' },
  technicalOwner: { label: 'Technical owner', kind: 'line' },
  phi: { label: 'Uses PHI', kind: 'choice' },
  pii: { label: 'Uses personal information (PII)', kind: 'pii' },
  phiVolume: { label: 'People whose PHI it uses', kind: 'choice' },
  dataClasses: { label: 'Data classes', kind: 'prose' },
  minimumNecessary: { label: 'Minimum necessary', kind: 'prose' },
  population: { label: 'Population', kind: 'prose' },
  vulnerablePopulation: { label: 'Vulnerable population', kind: 'choice' },
  decisionRole: { label: 'Decision role', kind: 'choice' },
  clinicalImpact: { label: 'Effect on care', kind: 'choice' },
  humanOversight: { label: 'Human oversight', kind: 'prose' },
  downtimeProcedure: { label: 'Downtime procedure', kind: 'prose' },
  vendorTrainingRights: { label: 'Vendor may train on the data', kind: 'choice' },
  criticality: { label: 'Criticality', kind: 'choice' },
  fdaStatus: { label: 'FDA status', kind: 'choice' },
  decisionSupportTool: { label: 'Patient care decision support tool', kind: 'choice' },
  liveSince: { label: 'Live since', kind: 'date' },
  nextReviewOn: { label: 'Next review', kind: 'date' },
  notes: { label: 'Notes', kind: 'prose' },
} as const satisfies Record<string, { label: string; kind: FieldKind }>;

export type ImportField = keyof typeof IMPORT_FIELDS;
export const IMPORT_FIELD_NAMES = Object.keys(IMPORT_FIELDS) as [ImportField, ...ImportField[]];

/** Fields that are facts of the system, and so can appear in a diff. */
export type ImportedFact = ImportField & FactName;

/** Only free text takes several columns: two stages or two names cannot both be right. */
export const takesSeveralColumns = (field: ImportField): boolean => IMPORT_FIELDS[field].kind === 'prose';
