import type { AgreementStage } from '@attestry/domain/agreements/lifecycle.ts';
import type { Permission } from '@attestry/domain/people/permissions.ts';

/** What can be recorded of an agreement beside its facts. */
export type Move = 'send' | 'sign' | 'amend' | 'notice' | 'end' | 'supersede';

export const MOVE_PERMISSIONS: Readonly<Record<Move, Permission>> = {
  send: 'agreement.update',
  sign: 'agreement.sign',
  amend: 'agreement.amend',
  notice: 'agreement.give-notice',
  end: 'agreement.end',
  supersede: 'agreement.supersede',
};

export interface Moves {
  /** As buttons: what comes next. */
  readonly next: readonly Move[];
  /** Below "More". */
  readonly more: readonly Move[];
}

interface Facts {
  readonly effectiveOn?: string | null;
  readonly endsOn?: string | null;
  readonly standing: { readonly stage: AgreementStage };
}

/** The commands that make sense at the stage an agreement is in. */
export function movesOf({ standing, effectiveOn, endsOn }: Facts): Moves {
  const { stage } = standing;
  if (stage === 'signed') return effectiveOn ? SIGNED : { next: ['sign'], more: [] };
  // Its term ran out, and nobody has said yet what became of the PHI.
  if (stage === 'ended' && !endsOn) return { next: ['end'], more: ['supersede', 'sign'] };
  return MOVES[stage];
}

const SIGNED: Moves = { next: ['amend'], more: ['supersede', 'end', 'sign'] };
const MOVES: Readonly<Record<AgreementStage, Moves>> = {
  drafted: { next: ['send', 'sign'], more: [] },
  sent: { next: ['sign'], more: [] },
  partly_signed: { next: ['sign'], more: [] },
  signed: SIGNED,
  in_effect: { next: ['amend', 'notice'], more: ['supersede', 'end', 'sign'] },
  notice: { next: ['end'], more: ['amend', 'supersede', 'sign'] },
  ended: { next: [], more: ['end', 'sign'] },
  superseded: { next: [], more: ['sign'] },
};
