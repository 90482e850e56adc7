import type { AiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';

/** The facts that are a choice, and the words for each choice, as they stand in reports and exports. */
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
    on_premise: 'On premise',
    private_cloud: 'Private cloud',
    vendor_saas: 'Vendor SaaS',
    deidentified_to_cloud: 'De-identified to cloud',
    embedded_in_product: 'Embedded in another product',
    unknown: 'Unknown',
  },
  phi: { yes: 'Yes', no: 'No', unknown: 'Unknown' },
  phiVolume: {
    none: 'None',
    under_500: 'Fewer than 500 people',
    from_500_to_10000: '500 to 10,000 people',
    over_10000: 'More than 10,000 people',
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

export type ChoiceFact = keyof typeof CHOICES;

/** The words for a choice; a value that is not one of the choices is an error, never printed. */
export function choiceLabel(fact: ChoiceFact, value: unknown): string {
  const labels: Readonly<Record<string, string>> = CHOICES[fact];
  if (typeof value !== 'string' || !Object.hasOwn(labels, value))
    throw new TypeError(`${fact}: not one of its choices`);
  return labels[value]!;
}
