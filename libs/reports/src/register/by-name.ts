const collator = new Intl.Collator('en', { numeric: true });

/** By name as people sort, then by id, so that a list has one order. */
export const byName = (a: { name: string; id: string }, b: { name: string; id: string }): number =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
