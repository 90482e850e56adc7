import { counted } from '../words.ts';
import type { NumberedSystem } from './input.ts';
import { type MissingGroup, missingFacts } from './missing.ts';

/**
 * The appendix "What is missing": systems of which something is asked and not recorded. Systems that lack the same facts
 * stand together, because after an import thousands do.
 */
export function missingView(systems: readonly NumberedSystem[]) {
  const alike = new Map<string, { groups: MissingGroup[]; systems: NumberedSystem[] }>();
  for (const item of systems) {
    const groups = missingFacts(item.system);
    if (groups.length === 0) continue;
    const key = groups.flatMap(({ facts }) => facts.map(({ fact }) => fact)).join();
    const found = alike.get(key);
    if (found) found.systems.push(item);
    else alike.set(key, { groups, systems: [item] });
  }
  const lacks = [...alike.values()].map(lackView);
  const total = lacks.reduce((sum, { count, systemCount }) => sum + count * systemCount, 0);
  const systemCount = lacks.reduce((sum, lack) => sum + lack.systemCount, 0);
  const open = systems.filter(({ system }) => system.stage !== 'retired').length;
  const sentence =
    total === 0
      ? `Nothing is missing: every fact that is asked of the ${counted(open, 'system', 'systems')} in this report that are not retired is recorded.`
      : `${counted(total, 'fact is', 'facts are')} missing for ${counted(systemCount, 'system', 'systems')} of the ${open.toLocaleString('en-US')} that are not retired. Systems that lack the same facts stand together.`;
  return { sentence, total, systemCount, lacks };
}

/** Above this many names a block may break over pages. */
const LONG = 40;

function lackView({ groups, systems }: { groups: MissingGroup[]; systems: NumberedSystem[] }) {
  const count = groups.reduce((sum, { facts }) => sum + facts.length, 0);
  const [first] = systems;
  return {
    count,
    systemCount: systems.length,
    long: systems.length > LONG,
    facts: counted(count, 'fact', 'facts'),
    one: systems.length === 1 ? { number: first!.number, anchor: first!.anchor, name: first!.system.name } : false,
    names: systems.map(({ number, system }) => (number ? `${number}\u00a0${system.name}` : system.name)).join(' · '),
    groups: groups.map(({ group, facts }) => `${group}: ${facts.map(({ label }) => label).join(', ')}.`),
  };
}
