export const TABS = ['facts', 'services', 'conditions', 'documents', 'obligations', 'history'] as const;
export type Tab = (typeof TABS)[number];

export interface RecordSearch {
  /** Absent: facts. */
  tab?: Exclude<Tab, 'facts'>;
  /** The file that is open beside the list of documents, by its place in the agreement. */
  file?: string;
  /** As recorded at the end of this day. */
  asOf?: string;
}

export function readRecordSearch(raw: Record<string, unknown>): RecordSearch {
  const search: RecordSearch = {};
  const tab = TABS.find((one) => one === raw.tab);
  if (tab && tab !== 'facts') search.tab = tab;
  if (typeof raw.file === 'string' && raw.file !== '') search.file = raw.file;
  if (typeof raw.asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.asOf)) search.asOf = raw.asOf;
  return search;
}
