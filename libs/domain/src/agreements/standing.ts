import type { Reason } from '../decision.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { daysInEffect } from './in-effect.ts';
import { type AgreementStage, type LifecycleFacts, stageOn } from './lifecycle.ts';
import type { ObligationFacts } from './obligation.ts';
import { keepUntil } from './retention.ts';
import { type TermFacts, termOn } from './term.ts';

export interface AgreementStanding {
  readonly stage: AgreementStage;
  readonly reasons: readonly Reason[];
  /** Last day in effect as things stand; null while there is none or none in sight. */
  readonly inEffectThrough: PlainDate | null;
  readonly termEndsOn: PlainDate | null;
  readonly noticeBy: PlainDate | null;
  readonly daysLeft: number | null;
  readonly keepUntil: PlainDate | null;
  readonly retention: Reason;
}

/** Where an agreement stands on a day: stage, term and retention, each with its reasons. */
export function standingOn(
  agreement: LifecycleFacts & TermFacts,
  obligations: readonly ObligationFacts[],
  day: PlainDate,
): AgreementStanding {
  const { stage, reasons } = stageOn(agreement, day);
  const { reasons: aboutTerm, ...term } = termOn(agreement, day);
  const { until, reason: retention } = keepUntil(agreement, obligations, day);
  const inEffectThrough = daysInEffect(agreement)?.through ?? null;
  return { stage, reasons: [...reasons, ...aboutTerm], inEffectThrough, ...term, keepUntil: until, retention };
}
