import type { VendorEvidenceKind } from '@attestry/domain/vendors/evidence.ts';
import type { ServiceFacts, VendorFacts } from '@attestry/domain/vendors/facts.ts';
import { PEOPLE } from './people.ts';
import type { Days } from './sample-record.ts';

export interface SampleVendor extends Partial<Omit<VendorFacts, 'nextReviewOn'>> {
  readonly name: string;
  readonly nextReviewOn?: Days;
  readonly services: readonly (Partial<ServiceFacts> & { readonly name: string })[];
  readonly evidence?: readonly {
    readonly kind: VendorEvidenceKind;
    readonly title: string;
    readonly effectiveOn: Days;
    readonly expiresOn: Days;
  }[];
}

const contact = (name: string, role: string, email: string) => ({ name, role, email, phone: '' });
const soc2 = (title: string, effectiveOn: Days, expiresOn: Days) => ({
  kind: 'soc2' as const,
  title,
  effectiveOn,
  expiresOn,
});

/** Vendors of the fictional clinic group, by the names its AI systems give them, and those below them in the chain. */
export const SAMPLE_VENDORS: readonly SampleVendor[] = [
  {
    name: 'Marrowcombe Health Records',
    website: 'https://marrowcombe.example',
    description: 'Electronic health record of all sites, hosted by the vendor, with AI features in several modules.',
    tier: 'critical',
    owner: PEOPLE.itDirector,
    contacts: [contact('Rowena Fitch', 'Client executive', 'rowena.fitch@marrowcombe.example')],
    reviewEveryMonths: 12,
    nextReviewOn: 48,
    services: [
      {
        name: 'Marrowcombe Chart (hosted)',
        description: 'The hosted record itself',
        phi: 'yes',
        ai: 'no',
        regions: 'United States',
      },
      {
        name: 'Marrowcombe Assist',
        description: 'Drafted replies, summaries and scores inside the record',
        phi: 'yes',
        ai: 'yes',
        regions: 'United States',
        models: 'Not disclosed by the vendor beyond “large language model”',
        dataRetention: 'Prompts 14 days, then deleted',
      },
    ],
    evidence: [
      soc2('SOC 2 Type II report', -140, 225),
      { kind: 'hitrust', title: 'HITRUST r2 letter', effectiveOn: -400, expiresOn: 330 },
    ],
  },
  {
    name: 'Larkmerrin Clinical',
    website: 'https://larkmerrin.example',
    description: 'Ambient documentation of visits.',
    tier: 'high',
    owner: PEOPLE.clinicalApplications,
    contacts: [contact('Idris Vell', 'Privacy lead', 'privacy@larkmerrin.example')],
    reviewEveryMonths: 6,
    nextReviewOn: 21,
    services: [
      {
        name: 'Larkmerrin Scribe',
        description: 'Turns the audio of a visit into a draft note',
        phi: 'yes',
        ai: 'yes',
        regions: 'United States',
        models: 'Own speech model; notes drafted by Anchorlode’s hosted model',
        dataRetention: 'Audio 7 days; drafts until signed',
      },
    ],
    evidence: [
      soc2('SOC 2 Type II report', -310, 55),
      { kind: 'penetration_test', title: 'Penetration test summary', effectiveOn: -200, expiresOn: 165 },
    ],
  },
  {
    name: 'Tessavine Imaging',
    website: 'https://tessavine.example',
    description: 'Triage and measurement of images.',
    tier: 'high',
    owner: PEOPLE.imagingDirector,
    reviewEveryMonths: 12,
    nextReviewOn: 130,
    services: [
      {
        name: 'Tessavine Triage',
        description: 'Reads CT series for hemorrhage and raises them in the list',
        phi: 'yes',
        ai: 'yes',
        regions: 'United States',
      },
      {
        name: 'Tessavine Echo',
        description: 'Measures echocardiograms',
        phi: 'yes',
        ai: 'yes',
        regions: 'United States',
      },
    ],
    evidence: [soc2('SOC 2 Type II report', -60, 305)],
  },
  {
    name: 'Novantrell Rx',
    description: 'Medication safety services.',
    tier: 'high',
    owner: PEOPLE.pharmacyDirector,
    nextReviewOn: -18,
    services: [
      { name: 'Interaction ranking', phi: 'yes', ai: 'yes', regions: 'United States' },
      { name: 'Diversion watch', phi: 'yes', ai: 'yes', regions: 'United States' },
    ],
    evidence: [{ kind: 'insurance', title: 'Cyber liability certificate', effectiveOn: -395, expiresOn: -30 }],
  },
  {
    name: 'Cobblestrand Revenue',
    description: 'Coding support and appeal letters.',
    tier: 'moderate',
    owner: PEOPLE.revenueDirector,
    reviewEveryMonths: 12,
    nextReviewOn: 75,
    services: [
      { name: 'Cobblestrand Coder', phi: 'yes', ai: 'yes', regions: 'United States' },
      { name: 'Appeal letters', phi: 'yes', ai: 'yes', regions: 'United States' },
    ],
    evidence: [soc2('SOC 2 Type I report', -180, 185)],
  },
  {
    name: 'Mirrowquay Scheduling',
    description: 'Scheduling, no-show prediction and offers by text message.',
    tier: 'moderate',
    owner: PEOPLE.schedulingManager,
    nextReviewOn: 160,
    services: [
      { name: 'No-show prediction', phi: 'yes', ai: 'yes', regions: 'United States' },
      {
        name: 'Waitlist offers',
        description: 'Offers freed appointments by text message',
        phi: 'yes',
        ai: 'yes',
        regions: 'United States',
      },
    ],
  },
  {
    name: 'Dapplefirth Voice',
    description: 'Telephone and website conversation agents.',
    tier: 'high',
    owner: PEOPLE.accessManager,
    nextReviewOn: 33,
    services: [
      {
        name: 'Website symptom guide',
        description: 'Asks about symptoms on the public website',
        phi: 'yes',
        ai: 'yes',
        regions: 'United States',
      },
      {
        name: 'Phone agent',
        description: 'Books and changes appointments by telephone',
        phi: 'yes',
        ai: 'yes',
        regions: 'United States',
      },
      { name: 'Call recording archive', phi: 'yes', ai: 'no', regions: 'United States' },
    ],
  },
  {
    name: 'Fennigask Devices',
    description: 'ECG interpretation and home monitoring.',
    tier: 'high',
    owner: PEOPLE.cardiologyChief,
    nextReviewOn: 210,
    services: [
      { name: 'ECG reader', phi: 'yes', ai: 'yes', regions: 'United States' },
      { name: 'Home monitoring', phi: 'yes', ai: 'yes', regions: 'United States' },
    ],
    evidence: [soc2('SOC 2 Type II report', -20, 345)],
  },
  {
    name: 'Calderwisp',
    description: 'Session notes for behavioral health. Ended after the incident.',
    tier: 'high',
    owner: PEOPLE.behavioralDirector,
    services: [{ name: 'Session notes', phi: 'yes', ai: 'yes', regions: 'Not said' }],
  },
  {
    name: 'Quorrelby Labs',
    description: 'General chat assistant; staff used personal accounts.',
    tier: 'unknown',
    owner: PEOPLE.privacyAnalyst,
    services: [
      { name: 'Quorrelby Chat (consumer)', phi: 'unknown', ai: 'yes', regions: 'Not said', dataRetention: 'Not said' },
      { name: 'Quorrelby for developers', phi: 'no', ai: 'yes' },
    ],
  },
  {
    name: 'Yarrowstrand',
    description: 'Reads insurance cards; prior authorization is proposed.',
    tier: 'moderate',
    owner: PEOPLE.accessManager,
    nextReviewOn: 95,
    services: [
      { name: 'Card reader', phi: 'yes', ai: 'yes', regions: 'United States' },
      { name: 'Prior authorization', phi: 'yes', ai: 'yes', regions: 'United States' },
    ],
  },
  {
    name: 'Ostrivale Analytics',
    description: 'Rising-risk lists for population health.',
    tier: 'high',
    owner: PEOPLE.populationDirector,
    nextReviewOn: 15,
    services: [{ name: 'Rising Risk', phi: 'yes', ai: 'yes', regions: 'United States' }],
    evidence: [soc2('SOC 2 Type II report', -90, 275)],
  },
  {
    name: 'Anchorlode Cloud',
    description: 'Hosting and hosted language models, below several of our vendors.',
    tier: 'critical',
    services: [
      { name: 'Anchorlode Compute', phi: 'yes', ai: 'no', regions: 'United States' },
      { name: 'Anchorlode Models', phi: 'yes', ai: 'yes', regions: 'United States' },
    ],
  },
  {
    name: 'Pingferry Messaging',
    description: 'Text message gateway below Mirrowquay Scheduling.',
    tier: 'unknown',
    services: [{ name: 'Text messages', phi: 'yes', ai: 'no', regions: 'United States' }],
  },
  {
    name: 'Glasswinter Monitoring',
    description: 'Error monitoring below Anchorlode Models.',
    tier: 'unknown',
    services: [{ name: 'Error tracking', phi: 'no', ai: 'no' }],
  },
];
