export type Side = 'mine' | 'theirs';

export interface FactMerge<Fact extends string = string> {
  readonly fact: Fact;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Which side stands when nobody chooses; undefined where both changed it, each to something else. */
  readonly proposed: Side | undefined;
}

type Facts<Fact extends string> = Readonly<Record<Fact, unknown>>;
type Same = (a: unknown, b: unknown) => boolean;

/** What two editors changed since both read `base`, in the order of `facts`; what both changed alike is settled. */
export function mergeOf<Fact extends string>(
  facts: readonly Fact[],
  isSame: Same,
  { base, mine, theirs }: Readonly<Record<'base' | Side, Facts<Fact>>>,
): FactMerge<Fact>[] {
  const by = (side: Facts<Fact>, fact: Fact) => !isSame(base[fact], side[fact]);
  return facts
    .filter((fact) => !isSame(mine[fact], theirs[fact]))
    .map((fact) => ({
      fact,
      base: base[fact],
      mine: mine[fact],
      theirs: theirs[fact],
      proposed: by(mine, fact) && by(theirs, fact) ? undefined : by(mine, fact) ? 'mine' : 'theirs',
    }));
}

/** The facts on top of the newer version: theirs, with mine where mine was chosen. */
export function merged<All extends object>(
  mine: All,
  theirs: All,
  choices: Readonly<Partial<Record<string, Side>>>,
): All {
  const kept = Object.keys(choices).filter((fact) => choices[fact] === 'mine') as (keyof All)[];
  return { ...theirs, ...Object.fromEntries(kept.map((fact) => [fact, mine[fact]])) };
}
