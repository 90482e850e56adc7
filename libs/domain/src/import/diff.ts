export interface Change<Facts, F extends keyof Facts = keyof Facts> {
  readonly fact: F;
  readonly before: Facts[F];
  readonly after: Facts[F];
}

/** What differs, over the facts that `after` speaks of only, in the order of `names`. */
export const changesBetween = <Facts>(
  names: readonly (keyof Facts)[],
  before: Facts,
  after: Partial<Facts>,
): Change<Facts>[] =>
  names
    .filter((fact) => after[fact] !== undefined && !isSame(before[fact], after[fact]))
    .map((fact) => ({ fact, before: before[fact], after: after[fact] as Facts[keyof Facts] }));

/** Lists are sets here: the order in which identifiers were ticked says nothing. */
export const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && [...a].sort().every((item, index) => item === [...b].sort()[index])
    : a === b;
