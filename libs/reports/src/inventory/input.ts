import type { AiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { IDENTIFIERS } from '@attestry/domain/ai-systems/facts.ts';
import { TIERS, type TierAnswer } from '@attestry/domain/ai-systems/risk-tier.ts';
import { CHOICES, type ChoiceFact } from '@attestry/domain/ai-systems/words.ts';
import { isPlainDate, type PlainDate } from '@attestry/domain/time/plain-date.ts';
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

export interface ReportHead {
  readonly organization: {
    readonly name: string;
    /** What it is in the field's terms: "Covered entity", "Business associate", "Hybrid entity". */
    readonly kind: string;
    readonly paper: 'letter' | 'a4';
    /** IANA name, for the instant of printing. */
    readonly timeZone: string;
  };
  readonly asOf: PlainDate;
  /** The instant of making, ISO 8601. Not part of the fingerprint. */
  readonly generatedAt: string;
  readonly preparedBy: string;
  readonly scope: {
    /** "All AI systems of the organization.", or what the filters left. */
    readonly sentence: string;
    /** Each filter as a reader would say it: "Stage: live". */
    readonly filters: readonly string[];
  };
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

/** Refuses a head whose texts are not texts, naming the field. */
export function checkHead({ organization, asOf, generatedAt, preparedBy, scope }: ReportHead): void {
  checkText('organization.name', organization.name);
  checkText('organization.kind', organization.kind);
  checkText('organization.timeZone', organization.timeZone);
  if (organization.paper !== 'letter' && organization.paper !== 'a4')
    throw new TypeError('organization.paper: letter or a4');
  checkText('preparedBy', preparedBy);
  checkText('generatedAt', generatedAt);
  checkText('scope.sentence', scope.sentence);
  if (!Array.isArray(scope.filters)) throw new TypeError('scope.filters: a list is expected');
  for (const filter of scope.filters) checkText('scope.filters', filter);
  if (asOf === null) throw new TypeError('asOf: a date is expected');
  checkDate('asOf', asOf);
}

function checkText(name: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new TypeError(`${name}: a text is expected`);
}

function checkDate(name: string, value: unknown): void {
  if (value === null) return;
  if (typeof value !== 'string' || !isPlainDate(value)) throw new TypeError(`${name}: a date YYYY-MM-DD is expected`);
}
