import { EVIDENCE_STATES, type EvidenceState } from '@attestry/domain/vendors/evidence-standing.ts';
import { type Standing, Status } from '../../ui/status.tsx';

/** Whether a document still counts, as a word with its mark. Without an expiry date nobody knows. */
export const StandingMark = ({ state }: { state: EvidenceState }) => (
  <Status standing={STANDINGS[state]}>{EVIDENCE_STATES[state]}</Status>
);

const STANDINGS: Readonly<Record<EvidenceState, Standing>> = {
  current: 'order',
  expiring: 'soon',
  expired: 'gap',
  not_yet: 'plain',
  undated: 'unknown',
};
