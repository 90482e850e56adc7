import type { LinkFacts } from './subprocessors.ts';

/** What contradicts itself in the facts of a link, by field. */
export function linkProblems(link: LinkFacts): { readonly fact: keyof LinkFacts; readonly text: string }[] {
  const { startsOn, endsOn, assuredFrom, assuredThrough, assurance, evidence } = link;
  const problems: { fact: keyof LinkFacts; text: string }[] = [];
  const ordered = (first: string | null, last: string | null) => !first || !last || first <= last;
  if (!ordered(startsOn, endsOn)) problems.push({ fact: 'endsOn', text: 'must not be before the first day' });
  if (!ordered(assuredFrom, assuredThrough))
    problems.push({ fact: 'assuredThrough', text: 'must not be before the first day of the agreement' });
  // Assurance has to be documented (45 CFR 164.502(e)(2)): that nobody has seen anything of it says it is unknown.
  if (assurance === 'in_place' && evidence === 'none')
    problems.push({ fact: 'evidence', text: 'must say how we know that an agreement is in place' });
  return problems;
}
