import { counted } from '../words.ts';
import type { ReportSystem } from './input.ts';

/** Where the organization stands, in sentences: the first for the cover, more for the summary. */
export function standingOf(systems: readonly ReportSystem[], asOf: string): { first: string; more: string[] } {
  const open = systems.filter((system) => system.stage !== 'retired');
  const usesPhi = open.filter((system) => system.phi === 'yes');
  const undetermined = open.filter((system) => system.phi === 'unknown').length;
  const retired = systems.length - open.length;
  const ownerless = usesPhi.filter((system) => system.businessOwner === '').length;
  const guessed = usesPhi.filter((system) => system.tier.unknowns.length > 0).length;
  const overdue = usesPhi.filter((system) => system.nextReviewOn !== null && system.nextReviewOn < asOf).length;
  const undated = usesPhi.filter((system) => system.nextReviewOn === null).length;

  if (systems.length === 0) return { first: 'No AI system is within the scope of this report.', more: [] };
  const first = [
    `${counted(systems.length, 'AI system', 'AI systems')}${retired > 0 ? `, ${retired.toLocaleString('en-US')} of them retired` : ''}.`,
    `Of the ${open.length.toLocaleString('en-US')} not retired, ${counted(usesPhi.length, 'uses', 'use')} PHI`,
    undetermined > 0
      ? `and for ${undetermined.toLocaleString('en-US')} more it is not yet determined.`
      : 'and for none is it undetermined.',
  ].join(' ');
  if (usesPhi.length === 0) return { first, more: [] };
  const more = [
    `Of the ${counted(usesPhi.length, 'system', 'systems')} that ${usesPhi.length === 1 ? 'uses' : 'use'} PHI and ${usesPhi.length === 1 ? 'is' : 'are'} not retired: ${[
      `${ownerless.toLocaleString('en-US')} without a business owner`,
      `${overdue.toLocaleString('en-US')} with a review past due`,
      `${undated.toLocaleString('en-US')} without a review date`,
      `${guessed.toLocaleString('en-US')} with a risk tier that rests on something unknown`,
    ].join(', ')}.`,
  ];
  return { first, more };
}
