import { AGREEMENT_STAGES, type AgreementStage } from '@attestry/domain/agreements/lifecycle.ts';
import { type Standing, Status } from '../../ui/status.tsx';

/** The stage of an agreement as a word with its mark. A draft binds nobody: it is never shown as in order. */
export const StageMark = ({ stage }: { stage: AgreementStage }) => (
  <Status standing={STANDINGS[stage]}>{AGREEMENT_STAGES[stage]}</Status>
);

const STANDINGS: Readonly<Record<AgreementStage, Standing>> = {
  drafted: 'plain',
  sent: 'plain',
  partly_signed: 'plain',
  signed: 'plain',
  in_effect: 'order',
  notice: 'soon',
  ended: 'plain',
  superseded: 'plain',
};
