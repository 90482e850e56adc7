export const TABS = ['facts', 'history'] as const;
export type Tab = (typeof TABS)[number];

export interface RecordSearch {
  /** Absent: facts. */
  tab?: 'history';
  /** As recorded at the end of this day. */
  asOf?: string;
}

export function readRecordSearch(raw: Record<string, unknown>): RecordSearch {
  const search: RecordSearch = {};
  if (raw.tab === 'history') search.tab = 'history';
  if (typeof raw.asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.asOf)) search.asOf = raw.asOf;
  return search;
}
