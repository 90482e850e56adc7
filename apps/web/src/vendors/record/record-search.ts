/** In the order in which they stand; the first is the one that opens. */
export const TABS = {
  services: 'Services',
  agreements: 'Agreements',
  subprocessors: 'Subprocessors',
  'due-diligence': 'Due diligence',
  documents: 'Documents',
  profile: 'Profile',
  history: 'History',
} as const;
export type Tab = keyof typeof TABS;

export interface RecordSearch {
  /** Absent: services. */
  tab?: Exclude<Tab, 'services'>;
  /** As recorded at the end of this day. */
  asOf?: string;
}

export function readRecordSearch(raw: Record<string, unknown>): RecordSearch {
  const search: RecordSearch = {};
  if (typeof raw.tab === 'string' && raw.tab !== 'services' && Object.hasOwn(TABS, raw.tab))
    search.tab = raw.tab as RecordSearch['tab'];
  if (typeof raw.asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.asOf)) search.asOf = raw.asOf;
  return search;
}
