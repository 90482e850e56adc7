import type { Identifier } from '@attestry/domain/ai-systems/facts.ts';
import type { Exposure } from '@attestry/domain/ai-systems/phi-flow.ts';
import type { Days } from './sample-record.ts';

export interface SampleFlow {
  readonly system: string;
  /** `Vendor: service`, or what the organization's own infrastructure is called. */
  readonly to: readonly [vendor: string, service: string] | string;
  readonly startsOn: Days;
  readonly endsOn?: Days;
  readonly exposures: readonly Exposure[];
  readonly identifiers: readonly Identifier[];
  readonly notes?: string;
}

const flow = (
  system: string,
  to: SampleFlow['to'],
  startsOn: Days,
  exposures: readonly Exposure[],
  identifiers: string,
  more: Pick<SampleFlow, 'endsOn' | 'notes'> = {},
): SampleFlow => ({ system, to, startsOn, exposures, identifiers: [...identifiers] as Identifier[], ...more });

/**
 * Where PHI goes. Two gaps are open: the symptom guide goes to a service that no agreement lists, and of the echo
 * measurements nobody knows whether a condition still holds. Two are over and stay: the chat with personal accounts, and
 * the text messages of the months before their gateway was bound.
 */
export const SAMPLE_FLOWS: readonly SampleFlow[] = [
  flow(
    'Portal reply drafts',
    ['Marrowcombe Health Records', 'Marrowcombe Assist'],
    -412,
    ['prompt', 'context', 'output', 'log'],
    'ACHN',
  ),
  flow(
    'Deterioration and sepsis score',
    ['Marrowcombe Health Records', 'Marrowcombe Assist'],
    -1022,
    ['context', 'output'],
    'ACH',
  ),
  flow(
    'Infusion handoff summaries',
    ['Marrowcombe Health Records', 'Marrowcombe Assist'],
    -60,
    ['prompt', 'context', 'output', 'log'],
    'ACH',
  ),
  flow(
    'Larkmerrin Scribe',
    ['Larkmerrin Clinical', 'Larkmerrin Scribe'],
    -254,
    ['prompt', 'context', 'cache', 'output', 'log'],
    'ABCHP',
  ),
  flow(
    'Tessavine Hemorrhage Triage',
    ['Tessavine Imaging', 'Tessavine Triage'],
    -676,
    ['context', 'cache', 'output', 'backup'],
    'ACHMR',
  ),
  flow(
    'Echo measurement assistant',
    ['Tessavine Imaging', 'Tessavine Echo'],
    -244,
    ['context', 'cache', 'output'],
    'ACHM',
  ),
  flow('Novantrell Interaction Ranking', ['Novantrell Rx', 'Interaction ranking'], -910, ['context', 'output'], 'CR'),
  flow(
    'Controlled substance diversion watch',
    ['Novantrell Rx', 'Diversion watch'],
    -455,
    ['context', 'index', 'output'],
    'ACH',
  ),
  flow(
    'Cobblestrand Coder',
    ['Cobblestrand Revenue', 'Cobblestrand Coder'],
    -498,
    ['prompt', 'context', 'output', 'log'],
    'ACHJ',
  ),
  flow(
    'Denial appeal letters',
    ['Cobblestrand Revenue', 'Appeal letters'],
    -90,
    ['prompt', 'context', 'output'],
    'ACIJ',
  ),
  flow('No-show prediction', ['Mirrowquay Scheduling', 'No-show prediction'], -589, ['context', 'output'], 'BCR'),
  flow('Waitlist text offers', ['Mirrowquay Scheduling', 'Waitlist offers'], -341, ['context', 'output', 'log'], 'ACD'),
  flow('Insurance card reader', ['Yarrowstrand', 'Card reader'], -720, ['context', 'cache', 'output'], 'AIR'),
  flow(
    'Website symptom guide',
    ['Dapplefirth Voice', 'Website symptom guide'],
    -145,
    ['prompt', 'log', 'telemetry'],
    'CFO',
    {
      notes: 'Since a free-text field and an e-mail field were added to the guide.',
    },
  ),
  flow('Fennigask ECG Reader', ['Fennigask Devices', 'ECG reader'], -1460, ['context', 'output', 'backup'], 'ACHM'),
  flow(
    'Home blood pressure coaching',
    ['Fennigask Devices', 'Home monitoring'],
    -188,
    ['prompt', 'context', 'output'],
    'ACDMR',
  ),
  flow(
    'Ostrivale Rising Risk',
    ['Ostrivale Analytics', 'Rising Risk'],
    -1095,
    ['context', 'index', 'output', 'backup'],
    'ABCDHI',
  ),
  flow(
    'Calderwisp Session Notes',
    ['Calderwisp', 'Session notes'],
    -250,
    ['prompt', 'context', 'fine_tuning_set', 'output'],
    'ACP',
    {
      endsOn: -46,
      notes: 'Ended with the suspension.',
    },
  ),
  flow(
    'Quorrelby Chat (personal accounts)',
    ['Quorrelby Labs', 'Quorrelby Chat (consumer)'],
    -70,
    ['prompt', 'log'],
    'AC',
    {
      endsOn: -52,
      notes: 'Parts of visit notes pasted by two people; ended when the site was blocked.',
    },
  ),
  flow(
    'Heart failure readmission score',
    'Data platform in our own data center',
    -803,
    ['context', 'index', 'output'],
    'ABCDH',
  ),
  flow(
    'Clinic note de-identification',
    'Research enclave on our own servers',
    -640,
    ['context', 'training_set'],
    'ABCDEFGHIJ',
  ),
  flow('Claim status robot', 'Integration server in our own data center', -1_710, ['context', 'log'], 'ACIJ'),
];
