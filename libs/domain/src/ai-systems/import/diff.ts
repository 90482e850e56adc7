import { type AiSystemFacts, aiSystemFacts, type FactName } from '../facts.ts';

export interface FactChange<F extends FactName = FactName> {
  readonly fact: F;
  readonly before: AiSystemFacts[F];
  readonly after: AiSystemFacts[F];
}

/** What differs, over the facts that `after` speaks of only, in the order in which facts are shown. */
export function changedFacts(before: AiSystemFacts, after: Partial<AiSystemFacts>): FactChange[] {
  return FACTS.filter((fact) => after[fact] !== undefined && !same(before[fact], after[fact])).map((fact) => ({
    fact,
    before: before[fact],
    after: after[fact]!,
  }));
}

const FACTS = Object.keys(aiSystemFacts.shape) as FactName[];

/**
 * What a second import of a table would change in a system: facts on which the table itself changed since `last` time,
 * and which the system does not hold already. What a person corrected here, and the table still says as before, stays.
 */
export function changesOfImport(
  current: AiSystemFacts,
  last: Partial<AiSystemFacts>,
  now: Partial<AiSystemFacts>,
): FactChange[] {
  return changedFacts(current, now).filter(({ fact, after }) => !same(last[fact], after));
}

/** Lists are sets here: the order in which identifiers were ticked says nothing. */
const same = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && [...a].sort().every((item, index) => item === [...b].sort()[index])
    : a === b;
