export const TABS = ['facts', 'flows', 'history'] as const;
export type Tab = (typeof TABS)[number];

export interface RecordSearch {
  /** Absent: facts. */
  tab?: Exclude<Tab, 'facts'>;
  /** As recorded at the end of this day. */
  asOf?: string;
}

export function readRecordSearch(raw: Record<string, unknown>): RecordSearch {
  const search: RecordSearch = {};
  if (raw.tab === 'flows' || raw.tab === 'history') search.tab = raw.tab;
  if (typeof raw.asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.asOf)) search.asOf = raw.asOf;
  return search;
}
