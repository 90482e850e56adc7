import { daysBetween } from '../time/dates.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { daysInEffect } from './in-effect.ts';
import { type AgreementStage, type LifecycleFacts, stageOn } from './lifecycle.ts';
import { isDone, type ObligationFacts } from './obligation.ts';

/** Columns of the board, in order. The first, services without an agreement, holds no agreements. */
export const BOARD_COLUMNS = {
  missing: 'Missing',
  inNegotiation: 'In negotiation',
  signed: 'Signed',
  expiringIn90: 'Expiring within 90 days',
  expiringIn30: 'Expiring within 30 days',
  endedOpen: 'Ended, obligations open',
} as const;
export type BoardColumn = Exclude<keyof typeof BOARD_COLUMNS, 'missing'>;

/** Where an agreement stands on the board on a day; null where nothing is left to do or to know. */
export function columnOf(
  agreement: LifecycleFacts,
  obligations: readonly ObligationFacts[],
  day: PlainDate,
): BoardColumn | null {
  const { stage } = stageOn(agreement, day);
  if (NEGOTIATED.includes(stage)) return 'inNegotiation';
  if (isOver(stage)) return hasOpenObligations(agreement, obligations, day) ? 'endedOpen' : null;
  const through = daysInEffect(agreement)?.through ?? null;
  if (through === null) return 'signed';
  const left = daysBetween(day, through);
  if (left <= 30) return 'expiringIn30';
  return left <= 90 ? 'expiringIn90' : 'signed';
}

/**
 * Is something still to be returned or destroyed after an agreement ended? Also where its term ran out without anybody
 * recording its end: what became of the PHI is unknown then. Where another took its place, the PHI went on under that.
 */
export function hasOpenObligations(
  agreement: LifecycleFacts,
  obligations: readonly ObligationFacts[],
  day: PlainDate,
): boolean {
  const { stage } = stageOn(agreement, day);
  if (!isOver(stage)) return false;
  if (obligations.length === 0) return stage === 'ended' && agreement.endsOn === null;
  return obligations.some((one) => !isDone(one, day));
}

const NEGOTIATED: readonly AgreementStage[] = ['drafted', 'sent', 'partly_signed'];
const isOver = (stage: AgreementStage) => stage === 'ended' || stage === 'superseded';
