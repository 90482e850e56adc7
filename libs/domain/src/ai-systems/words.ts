import type { AiSystemFacts, FactName } from './facts.ts';

/*
 * What facts and their values are called: on screen, on paper, in exports, and where an import reads them back.
 */

export const FACT_LABELS: Readonly<Record<FactName, string>> = {
  name: 'Name',
  purpose: 'Purpose',
  department: 'Department',
  clinicalArea: 'Clinical area',
  users: 'Users',
  stage: 'Stage',
  origin: 'Vendor or in-house',
  vendorName: 'Vendor',
  deployment: 'Deployment',
  models: 'Models',
  businessOwner: 'Business owner',
  technicalOwner: 'Technical owner',
  phi: 'Uses PHI',
  phiVolume: 'People whose PHI it uses',
  identifiers: 'Identifiers',
  dataClasses: 'Data classes',
  minimumNecessary: 'Minimum necessary',
  population: 'Population',
  vulnerablePopulation: 'Vulnerable population',
  decisionRole: 'Decision role',
  clinicalImpact: 'Effect on care',
  humanOversight: 'Human oversight',
  downtimeProcedure: 'Downtime procedure',
  vendorTrainingRights: 'Vendor may train on the data',
  criticality: 'Criticality',
  fdaStatus: 'FDA status',
  decisionSupportTool: 'Patient care decision support tool',
  liveSince: 'Live since',
  nextReviewOn: 'Next review',
  notes: 'Notes',
};

/** Facts answered by choosing one of a few values. */
export type ChoiceFact = keyof typeof CHOICES;

export const CHOICES = {
  stage: {
    discovered: 'Discovered',
    proposed: 'Proposed',
    pilot: 'Pilot',
    in_review: 'In review',
    live: 'Live',
    suspended: 'Suspended',
    retired: 'Retired',
  },
  origin: { vendor: 'Vendor', in_house: 'Made in house', both: 'Vendor and in house', unknown: 'Unknown' },
  deployment: {
    on_premise: 'On premises',
    private_cloud: 'Private cloud',
    vendor_saas: 'Vendor’s cloud service',
    deidentified_to_cloud: 'De-identified data to the cloud',
    embedded_in_product: 'Embedded in another product',
    unknown: 'Unknown',
  },
  phi: { yes: 'Yes', no: 'No', unknown: 'Unknown' },
  phiVolume: {
    none: 'None',
    under_500: 'Under 500 people',
    from_500_to_10000: '500 to 10,000 people',
    over_10000: 'Over 10,000 people',
    unknown: 'Unknown',
  },
  vulnerablePopulation: { yes: 'Yes', no: 'No', unknown: 'Unknown' },
  decisionRole: {
    informs: 'Informs a person',
    recommends: 'Recommends to a person',
    acts: 'Acts without a person deciding',
    unknown: 'Unknown',
  },
  clinicalImpact: { none: 'None', indirect: 'Indirect', direct: 'Direct', unknown: 'Unknown' },
  vendorTrainingRights: {
    prohibited: 'Prohibited',
    permitted: 'Permitted',
    not_applicable: 'Not applicable',
    unknown: 'Unknown',
  },
  criticality: { low: 'Low', moderate: 'Moderate', high: 'High', critical: 'Critical', unknown: 'Unknown' },
  fdaStatus: {
    not_device_admin: 'Not a device: administrative support',
    non_device_cds: 'Not a device: clinical decision support',
    enforcement_discretion: 'Device under enforcement discretion',
    device_cleared: 'Device, cleared (510(k))',
    device_de_novo: 'Device, De Novo',
    device_pma: 'Device, approved (PMA)',
    device_uncleared: 'Device, not cleared or approved',
    unknown: 'Unknown',
  },
  decisionSupportTool: { yes: 'Yes', no: 'No', unknown: 'Unknown' },
} as const satisfies { [Fact in keyof AiSystemFacts]?: Record<AiSystemFacts[Fact] & string, string> };

export const isChoice = (fact: string): fact is ChoiceFact => Object.hasOwn(CHOICES, fact);

/** The word for a value, or undefined for what is none of the choices. */
export const choiceWord = (fact: ChoiceFact, value: unknown): string | undefined =>
  typeof value === 'string' && Object.hasOwn(CHOICES[fact], value)
    ? (CHOICES[fact] as Readonly<Record<string, string>>)[value]
    : undefined;
