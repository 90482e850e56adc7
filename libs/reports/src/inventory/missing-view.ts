import { counted } from '../words.ts';
import type { NumberedSystem } from './input.ts';
import { missingFacts } from './missing.ts';

/** The appendix "What is missing": each system of which something is asked and not recorded, and the sum. */
export function missingView(systems: readonly NumberedSystem[]) {
  const found = systems
    .map(({ system, number, anchor }) => {
      const groups = missingFacts(system);
      const count = groups.reduce((sum, { facts }) => sum + facts.length, 0);
      return {
        number,
        anchor,
        name: system.name,
        count,
        groups: groups.map(({ group, facts }) => ({ group, facts: facts.map(({ label }) => label).join(', ') })),
      };
    })
    .filter(({ count }) => count > 0);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const open = systems.filter(({ system }) => system.stage !== 'retired').length;
  const sentence =
    total === 0
      ? `Nothing is missing: every fact that is asked of the ${counted(open, 'system', 'systems')} in this report that are not retired is recorded.`
      : `${counted(total, 'fact is', 'facts are')} missing for ${counted(found.length, 'system', 'systems')} of the ${open.toLocaleString('en-US')} that are not retired.`;
  return { sentence, total, systems: found };
}
