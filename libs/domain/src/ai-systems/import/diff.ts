import { type Change, changesBetween, isSame } from '../../import/diff.ts';
import { type AiSystemFacts, aiSystemFacts, type FactName } from '../facts.ts';

export type FactChange = Change<AiSystemFacts>;

/** What differs, over the facts that `after` speaks of only, in the order in which facts are shown. */
export const changedFacts = (before: AiSystemFacts, after: Partial<AiSystemFacts>): FactChange[] =>
  changesBetween(FACTS, before, after);

const FACTS = Object.keys(aiSystemFacts.shape) as FactName[];

/**
 * What a second import of a table would change in a system: facts on which the table itself changed since `last` time,
 * and which the system does not hold already. What a person corrected here, and the table still says as before, stays.
 */
export const changesOfImport = (
  current: AiSystemFacts,
  last: Partial<AiSystemFacts>,
  now: Partial<AiSystemFacts>,
): FactChange[] => changedFacts(current, now).filter(({ fact, after }) => !isSame(last[fact], after));
