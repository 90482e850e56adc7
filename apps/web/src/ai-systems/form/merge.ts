import { type AiSystemFacts, aiSystemFacts, type FactName } from '@attestry/domain/ai-systems/facts.ts';
import { changedFacts } from '@attestry/domain/ai-systems/import/diff.ts';

export type Side = 'mine' | 'theirs';

export interface FactMerge {
  readonly fact: FactName;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Which side stands when nobody chooses; undefined where both changed it, each to something else. */
  readonly proposed: Side | undefined;
}

/** What two editors changed since both read `base`, in the order of the facts; what both changed alike is settled. */
export function mergeOf(base: AiSystemFacts, mine: AiSystemFacts, theirs: AiSystemFacts): FactMerge[] {
  const byMe = new Set(changedFacts(base, mine).map((change) => change.fact));
  const byThem = new Set(changedFacts(base, theirs).map((change) => change.fact));
  const differ = new Set(changedFacts(mine, theirs).map((change) => change.fact));
  return (Object.keys(aiSystemFacts.shape) as FactName[])
    .filter((fact) => differ.has(fact))
    .map((fact) => ({
      fact,
      base: base[fact],
      mine: mine[fact],
      theirs: theirs[fact],
      proposed: byMe.has(fact) && byThem.has(fact) ? undefined : byMe.has(fact) ? 'mine' : 'theirs',
    }));
}

/** The facts on top of the newer version: theirs, with mine where mine was chosen. */
export function merged(
  mine: AiSystemFacts,
  theirs: AiSystemFacts,
  choices: Readonly<Partial<Record<FactName, Side>>>,
): AiSystemFacts {
  const kept = (Object.keys(choices) as FactName[]).filter((fact) => choices[fact] === 'mine');
  return { ...theirs, ...Object.fromEntries(kept.map((fact) => [fact, mine[fact]])) };
}
