import type { LinkFacts } from '@attestry/domain/vendors/subprocessors.ts';
import type { Days } from './sample-record.ts';

export interface SampleLink extends Partial<Pick<LinkFacts, 'purpose' | 'data' | 'location' | 'evidence' | 'notes'>> {
  readonly upper: readonly [vendor: string, service?: string];
  readonly lower: readonly [vendor: string, service?: string];
  readonly phi: LinkFacts['phi'];
  readonly assurance: LinkFacts['assurance'];
  readonly startsOn: Days;
  readonly assuredFrom?: Days;
}

/** Who stands below whom, two deep. */
export const SAMPLE_LINKS: readonly SampleLink[] = [
  {
    upper: ['Marrowcombe Health Records'],
    lower: ['Anchorlode Cloud', 'Anchorlode Compute'],
    purpose: 'Hosting of the record',
    location: 'United States',
    phi: 'yes',
    assurance: 'in_place',
    evidence: 'attestation',
    startsOn: -2_100,
    assuredFrom: -2_100,
  },
  {
    upper: ['Larkmerrin Clinical', 'Larkmerrin Scribe'],
    lower: ['Anchorlode Cloud', 'Anchorlode Models'],
    purpose: 'Drafts the note from the transcript',
    location: 'United States',
    phi: 'yes',
    assurance: 'in_place',
    evidence: 'attestation',
    startsOn: -300,
    assuredFrom: -300,
  },
  {
    upper: ['Anchorlode Cloud', 'Anchorlode Models'],
    lower: ['Glasswinter Monitoring', 'Error tracking'],
    purpose: 'Error tracking; messages are scrubbed before they are sent',
    location: 'United States',
    phi: 'no',
    assurance: 'unknown',
    evidence: 'public_list',
    startsOn: -200,
  },
  {
    upper: ['Mirrowquay Scheduling', 'Waitlist offers'],
    lower: ['Pingferry Messaging', 'Text messages'],
    purpose: 'Sends the text messages',
    location: 'United States',
    phi: 'yes',
    assurance: 'in_place',
    evidence: 'attestation',
    startsOn: -341,
    assuredFrom: -120,
    notes: 'The vendor signed with its gateway only after we asked.',
  },
  {
    upper: ['Ostrivale Analytics'],
    lower: ['Anchorlode Cloud', 'Anchorlode Compute'],
    purpose: 'Hosting',
    location: 'United States',
    phi: 'yes',
    assurance: 'in_place',
    evidence: 'attestation',
    startsOn: -1_200,
    assuredFrom: -1_200,
  },
];
