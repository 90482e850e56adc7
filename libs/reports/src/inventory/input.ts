import type { AiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { IDENTIFIERS } from '@attestry/domain/ai-systems/facts.ts';
import { TIERS, type TierAnswer } from '@attestry/domain/ai-systems/risk-tier.ts';
import { CHOICES, type ChoiceFact } from '@attestry/domain/ai-systems/words.ts';
import type { PlainDate } from '@attestry/domain/time/plain-date.ts';
import { checkDate, checkText, type ReportHead } from '../head.ts';
import { choiceLabel } from './labels.ts';

export interface ReportSystem extends AiSystemFacts {
  readonly id: string;
  readonly retiredOn: PlainDate | null;
  readonly retiredReason: string | null;
  /** Instants, ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** From `riskTierOf`, of the facts as they were on the as-of date. */
  readonly tier: TierAnswer;
}

export interface InventoryReportInput extends ReportHead {
  readonly systems: readonly ReportSystem[];
}

export interface NumberedSystem {
  readonly system: ReportSystem;
  /** Of its section, '' where it has none. */
  readonly number: string;
  readonly anchor: string;
}

export const TEXT_FACTS = [
  'name',
  'purpose',
  'department',
  'clinicalArea',
  'users',
  'vendorName',
  'models',
  'businessOwner',
  'technicalOwner',
  'dataClasses',
  'minimumNecessary',
  'population',
  'humanOversight',
  'downtimeProcedure',
  'notes',
] as const satisfies readonly (keyof AiSystemFacts)[];

/** Refuses a system whose facts have not the type they claim, naming the fact. History may hold older shapes. */
export function checkSystem(system: ReportSystem): void {
  checkText('id', system.id);
  for (const fact of TEXT_FACTS) checkText(fact, system[fact]);
  for (const fact of Object.keys(CHOICES) as ChoiceFact[]) choiceLabel(fact, system[fact]);
  for (const fact of ['liveSince', 'nextReviewOn', 'retiredOn'] as const) checkDate(fact, system[fact]);
  if (system.retiredReason !== null) checkText('retiredReason', system.retiredReason);
  for (const fact of ['createdAt', 'updatedAt'] as const) checkText(fact, system[fact]);
  if (!Array.isArray(system.identifiers)) throw new TypeError('identifiers: a list is expected');
  checkTier(system.tier);
  for (const letter of system.identifiers) {
    if (typeof letter !== 'string' || !Object.hasOwn(IDENTIFIERS, letter))
      throw new TypeError('identifiers: not a letter A to R');
  }
}

function checkTier({ tier, reasons }: TierAnswer): void {
  if (!TIERS.includes(tier)) throw new TypeError('tier: 1 to 4 is expected');
  for (const { text, citation } of reasons) {
    checkText('tier.reasons.text', text);
    if (citation !== undefined) checkText('tier.reasons.citation', citation);
  }
}
