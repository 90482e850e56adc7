import type { ReadSubprocessorListQuery } from '../../generated/graphql.ts';

export type ReadLine = ReadSubprocessorListQuery['readSubprocessorList']['entries'][number];
/** A vendor on record by its id, a new one, or nothing chosen yet. */
export type Choice = { readonly id: string; readonly name: string } | 'new' | undefined;

/** Lines that name the same: who they are is chosen once. */
export interface NameGroup {
  readonly key: string;
  readonly name: string;
  readonly lines: readonly ReadLine[];
  readonly candidates: ReadLine['candidates'];
}

export const keyOf = (name: string): string => name.trim().toLowerCase();

export function nameGroups(lines: readonly ReadLine[]): NameGroup[] {
  const groups = Map.groupBy(lines, ({ entry }) => keyOf(entry.name));
  return [...groups].map(([key, [first, ...rest]]) => ({
    key,
    name: first!.entry.name,
    lines: [first!, ...rest],
    candidates: first!.candidates,
  }));
}

/** What is plain is chosen already: the same name is that vendor, nobody alike is a new one. Else a person has to look. */
export function plainChoice({ key, candidates }: NameGroup): Choice {
  const same = candidates.filter(({ name }) => keyOf(name) === key);
  if (same.length === 1) return same[0];
  return candidates.length === 0 ? 'new' : undefined;
}
