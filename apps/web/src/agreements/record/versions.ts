export interface Version {
  readonly id: string;
  readonly replacesId?: string | null;
  readonly withdrawnAt?: string | null;
  readonly createdAt: string;
}

/** A document in its last version, and what it took the place of, newest first. */
export interface Versions<Filed extends Version> {
  readonly last: Filed;
  readonly earlier: readonly Filed[];
}

/** Documents with their versions, newest first; those withdrawn stand last. */
export function versionsOf<Filed extends Version>(documents: readonly Filed[]): Versions<Filed>[] {
  const byId = new Map(documents.map((one) => [one.id, one]));
  const replaced = new Set(documents.map(({ replacesId }) => replacesId));
  return documents
    .filter(({ id }) => !replaced.has(id))
    .sort(newestFirst)
    .map((last) => ({ last, earlier: earlierThan(last, byId) }));
}

function earlierThan<Filed extends Version>(last: Filed, byId: ReadonlyMap<string, Filed>): Filed[] {
  const before = last.replacesId ? byId.get(last.replacesId) : undefined;
  return before ? [before, ...earlierThan(before, byId)] : [];
}

const newestFirst = (one: Version, other: Version): number =>
  Number(Boolean(one.withdrawnAt)) - Number(Boolean(other.withdrawnAt)) || other.createdAt.localeCompare(one.createdAt);
