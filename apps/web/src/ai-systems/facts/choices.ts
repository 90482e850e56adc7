import type { AiSystemFacts, FactName } from '@attestry/domain/ai-systems/facts.ts';

/** Facts answered by choosing one of a few values. */
export type ChoiceFact = {
  [F in FactName]: string extends AiSystemFacts[F] ? never : AiSystemFacts[F] extends string ? F : never;
}[FactName];

const YES_NO_UNKNOWN = { yes: 'Yes', no: 'No', unknown: 'Unknown' };

/** What each value is called on screen. */
export const CHOICES: { readonly [F in ChoiceFact]: Readonly<Record<AiSystemFacts[F], string>> } = {
  stage: {
    discovered: 'Discovered',
    proposed: 'Proposed',
    pilot: 'Pilot',
    in_review: 'In review',
    live: 'Live',
    suspended: 'Suspended',
    retired: 'Retired',
  },
  origin: { vendor: 'Vendor', in_house: 'Home-made', both: 'Both', unknown: 'Unknown' },
  deployment: {
    on_premise: 'On premises',
    private_cloud: 'Private cloud',
    vendor_saas: 'Vendor’s cloud service',
    deidentified_to_cloud: 'De-identified data to the cloud',
    embedded_in_product: 'Embedded in another product',
    unknown: 'Unknown',
  },
  phi: YES_NO_UNKNOWN,
  phiVolume: {
    none: 'None',
    under_500: 'Under 500 people',
    from_500_to_10000: '500 to 10,000 people',
    over_10000: 'Over 10,000 people',
    unknown: 'Unknown',
  },
  vulnerablePopulation: YES_NO_UNKNOWN,
  decisionRole: { informs: 'Informs', recommends: 'Recommends', acts: 'Acts', unknown: 'Unknown' },
  clinicalImpact: { none: 'None', indirect: 'Indirect', direct: 'Direct', unknown: 'Unknown' },
  vendorTrainingRights: {
    prohibited: 'Prohibited',
    permitted: 'Permitted',
    not_applicable: 'Not applicable',
    unknown: 'Unknown',
  },
  criticality: { low: 'Low', moderate: 'Moderate', high: 'High', critical: 'Critical', unknown: 'Unknown' },
  fdaStatus: {
    not_device_admin: 'Not a device: administrative',
    non_device_cds: 'Not a device: clinical decision support',
    enforcement_discretion: 'Enforcement discretion',
    device_cleared: 'Device, 510(k) cleared',
    device_de_novo: 'Device, De Novo granted',
    device_pma: 'Device, premarket approval',
    device_uncleared: 'Device, not cleared',
    unknown: 'Unknown',
  },
  decisionSupportTool: YES_NO_UNKNOWN,
};

export const isChoice = (fact: FactName): fact is ChoiceFact => fact in CHOICES;

/** The word for a value as it came over the wire. */
export const choiceLabel = (fact: ChoiceFact, value: string): string =>
  (CHOICES[fact] as Readonly<Record<string, string>>)[value] ?? value;
