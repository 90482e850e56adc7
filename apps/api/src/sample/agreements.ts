import type { Renewal } from '@attestry/domain/agreements/facts.ts';
import type { ReturnCategory, ReturnOutcome } from '@attestry/domain/agreements/return-or-destroy.ts';
import { PEOPLE } from './people.ts';
import type { Days } from './sample-record.ts';

export interface SampleAgreement {
  readonly title: string;
  readonly vendor: string;
  readonly owner: string;
  readonly draftedOn?: Days;
  readonly sentOn?: Days;
  readonly signedByUpperOn?: Days;
  readonly signedByVendorOn?: Days;
  readonly signedByVendor?: string;
  readonly effectiveOn?: Days;
  readonly renewal: Renewal;
  readonly termEndsOn?: Days;
  readonly renewalMonths?: number;
  readonly noticeDays?: number;
  readonly objectionDays?: number;
  readonly returnDays?: number;
  readonly endsOn?: Days;
  readonly endReason?: string;
  /** Title of the agreement with the same vendor that took its place. */
  readonly supersededBy?: string;
  readonly services: readonly string[];
  readonly conditions?: readonly {
    readonly condition: string;
    /** Every service of the agreement where none is named. */
    readonly service?: string;
    readonly statuses: readonly {
      readonly since: Days;
      readonly met: 'yes' | 'no' | 'unknown';
      readonly note: string;
    }[];
  }[];
  readonly obligations?: readonly {
    readonly category: ReturnCategory;
    readonly dueOn: Days;
    readonly outcome?: ReturnOutcome;
    readonly doneOn?: Days;
    readonly method?: string;
    readonly infeasibleSince?: Days;
    readonly infeasibleReason?: string;
    readonly protections?: string;
  }[];
}

/** Signed by both on the same day, for the organization by its privacy officer. */
const signed = (on: Days, by: string) => ({
  draftedOn: on - 40,
  sentOn: on - 30,
  signedByUpperOn: on,
  signedByVendorOn: on,
  signedByVendor: by,
});

export const SAMPLE_AGREEMENTS: readonly SampleAgreement[] = [
  {
    title: 'BAA, first version',
    vendor: 'Marrowcombe Health Records',
    owner: PEOPLE.itDirector,
    ...signed(-1990, 'Rowena Fitch'),
    effectiveOn: -1985,
    renewal: 'evergreen',
    supersededBy: 'BAA, restated with AI terms',
    services: ['Marrowcombe Chart (hosted)', 'Marrowcombe Assist'],
  },
  {
    title: 'BAA, restated with AI terms',
    vendor: 'Marrowcombe Health Records',
    owner: PEOPLE.itDirector,
    ...signed(-420, 'Rowena Fitch'),
    effectiveOn: -410,
    renewal: 'auto',
    termEndsOn: 320,
    renewalMonths: 12,
    noticeDays: 90,
    objectionDays: 30,
    returnDays: 30,
    services: ['Marrowcombe Chart (hosted)', 'Marrowcombe Assist'],
  },
  {
    title: 'BAA with AI addendum',
    vendor: 'Larkmerrin Clinical',
    owner: PEOPLE.clinicalApplications,
    ...signed(-260, 'Idris Vell'),
    effectiveOn: -255,
    renewal: 'auto',
    termEndsOn: 110,
    renewalMonths: 12,
    noticeDays: 60,
    objectionDays: 20,
    returnDays: 30,
    services: ['Larkmerrin Scribe'],
    conditions: [
      {
        condition: 'Training on our recordings is switched off in the organization’s settings',
        statuses: [{ since: -255, met: 'yes', note: 'Setting seen and screenshot kept.' }],
      },
    ],
  },
  {
    title: 'BAA',
    vendor: 'Tessavine Imaging',
    owner: PEOPLE.imagingDirector,
    ...signed(-760, 'Corin Ash'),
    effectiveOn: -750,
    renewal: 'evergreen',
    returnDays: 60,
    services: ['Tessavine Triage', 'Tessavine Echo'],
    conditions: [
      {
        condition: 'Clips are stripped of burned-in names before they are sent',
        service: 'Tessavine Echo',
        statuses: [
          { since: -750, met: 'yes', note: 'Confirmed at installation.' },
          { since: -30, met: 'unknown', note: 'The vendor’s new release resets the setting; nobody has looked yet.' },
        ],
      },
    ],
  },
  {
    title: 'BAA 2',
    vendor: 'Novantrell Rx',
    owner: PEOPLE.pharmacyDirector,
    ...signed(-1000, 'Hestia Lorne'),
    effectiveOn: -990,
    renewal: 'fixed',
    termEndsOn: 21,
    noticeDays: 30,
    returnDays: 30,
    services: ['Interaction ranking', 'Diversion watch'],
  },
  {
    title: 'BAA and amendment 1',
    vendor: 'Cobblestrand Revenue',
    owner: PEOPLE.revenueDirector,
    ...signed(-660, 'Basil Trent'),
    effectiveOn: -650,
    renewal: 'auto',
    termEndsOn: 70,
    renewalMonths: 12,
    noticeDays: 60,
    services: ['Cobblestrand Coder', 'Appeal letters'],
  },
  {
    title: 'BAA',
    vendor: 'Mirrowquay Scheduling',
    owner: PEOPLE.schedulingManager,
    ...signed(-900, 'Una Pell'),
    effectiveOn: -890,
    renewal: 'evergreen',
    objectionDays: 14,
    services: ['No-show prediction', 'Waitlist offers'],
  },
  {
    title: 'BAA for telephone services',
    vendor: 'Dapplefirth Voice',
    owner: PEOPLE.accessManager,
    ...signed(-200, 'Jory Penn'),
    effectiveOn: -195,
    renewal: 'evergreen',
    services: ['Call recording archive'],
  },
  {
    title: 'BAA for the phone agent',
    vendor: 'Dapplefirth Voice',
    owner: PEOPLE.accessManager,
    draftedOn: -25,
    sentOn: -18,
    renewal: 'unknown',
    services: ['Phone agent'],
  },
  {
    title: 'BAA',
    vendor: 'Fennigask Devices',
    owner: PEOPLE.cardiologyChief,
    ...signed(-1500, 'Oslin Marr'),
    effectiveOn: -1490,
    renewal: 'evergreen',
    services: ['ECG reader', 'Home monitoring'],
  },
  {
    title: 'BAA',
    vendor: 'Calderwisp',
    owner: PEOPLE.behavioralDirector,
    ...signed(-300, 'Tamsin Wren'),
    effectiveOn: -290,
    renewal: 'evergreen',
    returnDays: 30,
    endsOn: -45,
    endReason: 'Substance use program records went to the vendor without the terms that 42 CFR Part 2 asks for.',
    services: ['Session notes'],
    obligations: [
      {
        category: 'primary',
        dueOn: -15,
        outcome: 'destroyed',
        doneOn: -20,
        method: 'Deleted from the production store; letter of the vendor',
      },
      { category: 'backup', dueOn: -15 },
      {
        category: 'prompt_log',
        dueOn: -15,
        outcome: 'destroyed',
        doneOn: -20,
        method: 'Deleted with the primary data',
      },
      { category: 'vector_index', dueOn: -15, outcome: 'not_held', doneOn: -20 },
      {
        category: 'fine_tune_data',
        dueOn: -15,
        infeasibleSince: -18,
        infeasibleReason:
          'Eleven recordings are part of a set that the vendor must keep for a pending dispute with a third party.',
        protections: 'Set held offline, encrypted, access by two named people, no further use.',
      },
      { category: 'checkpoints', dueOn: -15, outcome: 'not_held', doneOn: -20 },
      { category: 'subprocessors', dueOn: 14 },
    ],
  },
  {
    title: 'BAA',
    vendor: 'Yarrowstrand',
    owner: PEOPLE.accessManager,
    ...signed(-730, 'Ilya Moss'),
    effectiveOn: -725,
    renewal: 'evergreen',
    services: ['Card reader'],
  },
  {
    title: 'BAA for prior authorization',
    vendor: 'Yarrowstrand',
    owner: PEOPLE.accessManager,
    draftedOn: -60,
    sentOn: -50,
    signedByVendorOn: -9,
    signedByVendor: 'Ilya Moss',
    renewal: 'unknown',
    services: ['Prior authorization'],
  },
  {
    title: 'BAA',
    vendor: 'Ostrivale Analytics',
    owner: PEOPLE.populationDirector,
    ...signed(-1110, 'Peregrine Holt'),
    effectiveOn: -1100,
    renewal: 'auto',
    termEndsOn: 45,
    renewalMonths: 12,
    noticeDays: 30,
    services: ['Rising Risk'],
  },
];
