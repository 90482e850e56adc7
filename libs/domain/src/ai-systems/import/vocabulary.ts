import {
  type Meanings,
  meaningOf,
  meanings,
  ownWords,
  UNKNOWN_WORDS,
  YES_NO,
  yesNoOf,
} from '../../import/vocabulary.ts';
import {
  CLINICAL_IMPACTS,
  CRITICALITIES,
  DECISION_ROLES,
  DEPLOYMENTS,
  FDA_STATUSES,
  ORIGINS,
  PHI_VOLUMES,
  STAGES,
  TRAINING_RIGHTS,
} from '../facts.ts';
import { CHOICES } from '../words.ts';
import { IMPORT_FIELDS, type ImportField } from './fields.ts';

export type ChoiceField = {
  [F in ImportField]: (typeof IMPORT_FIELDS)[F]['kind'] extends 'choice' ? F : never;
}[ImportField];

/** The value that a cell's words mean for a choice, or undefined when the words are not known. */
export const choiceOf = (field: ChoiceField, text: string): string | undefined =>
  meaningOf(text, VOCABULARY[field], OWN_WORDS[field]) ?? (YES_NO_FIELDS.has(field) ? yesNoOf(text) : undefined);

const OWN_WORDS = Object.fromEntries(
  Object.entries(CHOICES).map(([fact, choices]) => [fact, ownWords(choices)]),
) as unknown as Record<ChoiceField, Meanings>;

const YES_NO_FIELDS: ReadonlySet<ImportField> = new Set(['phi', 'vulnerablePopulation', 'decisionSupportTool']);

const VOCABULARY: Record<ChoiceField, Meanings> = {
  stage: meanings(STAGES, {
    discovered: 'found|identified|shadow|shadow it|reported',
    proposed:
      'pre-deployment|pre-deployment the use case is in a development or acquisition status|planned|planning|idea|requested|intake|initiated|development|in development|acquisition and or development|under consideration|evaluation|evaluating',
    pilot:
      'piloting|trial|proof of concept|poc|testing|limited use|pilot the use case has been deployed in a limited test or pilot capacity',
    in_review: 'review|under review|pending|pending approval|awaiting approval|assessment',
    live: 'deployed|production|in production|prod|active|in use|operational|implemented|implementation|operation and maintenance|go live|approved and in use|deployed the use case is being actively authorized or utilized to support the functions or mission of an agency',
    suspended: 'paused|on hold|stopped|blocked|disabled',
    retired:
      'decommissioned|sunset|discontinued|terminated|inactive|ended|withdrawn|retired the use case was reported in the agency s prior year inventory but its development and or use has since been discontinued',
  }),
  origin: meanings(ORIGINS, {
    vendor:
      'vendor purchased|purchased|purchased from a vendor|bought|commercial|third party|external|cots|off the shelf|saas|developed with contracting resources',
    in_house:
      'in-house development|inhouse|internal|home-made|homegrown|built|custom|internally developed|developed in-house',
    both: 'contracting and in house|hybrid|mixed|vendor and in house|in house and vendor|in house and contractor|in house & contractor|developed with both contracting and in house resources',
    unknown: UNKNOWN_WORDS,
  }),
  deployment: meanings(DEPLOYMENTS, {
    on_premise: 'on prem|on premises|onsite|local|data center|own servers',
    private_cloud: 'private|own cloud|our cloud',
    vendor_saas: 'saas|vendor cloud|cloud saas|vendor hosted|hosted by vendor|software as a service',
    deidentified_to_cloud: 'de-identified to cloud|deidentified cloud',
    embedded_in_product: 'embedded|in device|built in|ehr embedded|part of another product',
    unknown: UNKNOWN_WORDS,
  }),
  phi: YES_NO,
  phiVolume: meanings(PHI_VOLUMES, {
    none: 'no phi|0|zero',
    under_500: 'under 500|less than 500|fewer than 500',
    from_500_to_10000: '500-10000|500 to 10000|500-10,000|500 to 10,000',
    over_10000: 'over 10000|more than 10000|over 10,000|more than 10,000',
    unknown: UNKNOWN_WORDS,
  }),
  vulnerablePopulation: YES_NO,
  decisionRole: meanings(DECISION_ROLES, {
    informs: 'inform|informational|information only',
    recommends: 'recommend|recommendation|advisory|advises|decision support|human in the loop',
    acts: 'act|autonomous|automated|fully automated|decides',
    unknown: UNKNOWN_WORDS,
  }),
  clinicalImpact: meanings(CLINICAL_IMPACTS, {
    none: 'no|no impact|no effect|administrative|non-clinical|not clinical',
    unknown: UNKNOWN_WORDS,
  }),
  vendorTrainingRights: meanings(TRAINING_RIGHTS, {
    prohibited: 'no|not allowed|not permitted|forbidden',
    permitted: 'yes|allowed',
    not_applicable: 'n/a|na',
    unknown: UNKNOWN_WORDS,
  }),
  criticality: meanings(CRITICALITIES, {
    low: 'minor|1',
    moderate: 'medium|2',
    high: 'major|3',
    critical: 'mission critical|very high|4',
    unknown: UNKNOWN_WORDS,
  }),
  fdaStatus: meanings(FDA_STATUSES, {
    not_device_admin: 'not a device|administrative|not a medical device',
    non_device_cds: 'non-device cds|cds|non-device clinical decision support',
    enforcement_discretion: 'discretion',
    device_cleared: '510(k)|510k|cleared|510(k) cleared|fda cleared',
    device_de_novo: 'de novo|denovo',
    device_pma: 'pma|approved|premarket approval|fda approved',
    device_uncleared: 'uncleared|device, not cleared|not cleared',
    unknown: UNKNOWN_WORDS,
  }),
  decisionSupportTool: YES_NO,
};
