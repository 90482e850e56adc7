import { GAP_REASONS, type GapReason } from '@attestry/domain/agreements/coverage-answer.ts';
import { isPlainDate } from '@attestry/domain/time/plain-date.ts';

export const VIEWS = { gaps: 'Gaps', timeline: 'Timeline', matrix: 'Services and exposures' } as const;
export type View = keyof typeof VIEWS;

/** What of the page is in its address. */
export interface CoverageSearch {
  /** Absent: gaps. */
  view?: Exclude<View, 'gaps'>;
  /** The day to answer for; absent: today, or the day looked at. */
  on?: string;
  /** Gaps that are over; absent: those that are open. */
  past?: true;
  reason?: GapReason;
  asOf?: string;
}

export function readCoverageSearch(raw: Record<string, unknown>): CoverageSearch {
  const search: CoverageSearch = {};
  if (raw.view === 'timeline' || raw.view === 'matrix') search.view = raw.view;
  if (typeof raw.on === 'string' && isPlainDate(raw.on)) search.on = raw.on;
  if (raw.past) search.past = true;
  if (typeof raw.reason === 'string' && Object.hasOwn(GAP_REASONS, raw.reason)) search.reason = raw.reason as GapReason;
  if (typeof raw.asOf === 'string' && isPlainDate(raw.asOf)) search.asOf = raw.asOf;
  return search;
}

/** What each view of the page is given. */
export interface ViewProps {
  readonly search: CoverageSearch;
  readonly day: string;
  readonly change: (changes: Partial<CoverageSearch>) => void;
}
