/** What the address of a new agreement brings along. */
export interface NewSearch {
  vendor?: string;
  service?: string;
}

export function readNewSearch({ vendor, service }: Record<string, unknown>): NewSearch {
  const search: NewSearch = {};
  if (typeof vendor === 'string' && vendor !== '') search.vendor = vendor;
  if (typeof service === 'string' && service !== '') search.service = service;
  return search;
}
