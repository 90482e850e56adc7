import type { CoverageState, GapReason } from '@attestry/domain/agreements/coverage-answer.ts';
import type { Exposure } from '@attestry/domain/ai-systems/phi-flow.ts';
import type { PlainDate } from '@attestry/domain/time/plain-date.ts';

/** A run of days on which PHI flowed without cover. */
export interface ReportGap {
  readonly id: string;
  readonly aiSystem: string;
  readonly vendor: string;
  readonly service: string;
  readonly exposures: readonly Exposure[];
  readonly identifiers: readonly string[];
  readonly from: PlainDate;
  /** Last day; null while it is open. */
  readonly through: PlainDate | null;
  /** Up to the day reported. */
  readonly days: number;
  readonly open: boolean;
  readonly state: CoverageState;
  readonly reasons: readonly { readonly key: GapReason; readonly text: string; readonly citation: string | null }[];
}

/** What the gaps stand against. */
export interface GapTotals {
  /** Flows to vendors on the day, and those of them that are covered. */
  readonly flows: number;
  readonly covered: number;
}
