import { aiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { expect, it } from 'vitest';
import { FACT_GROUPS } from './fact-groups.ts';

it('shows every fact exactly once', () => {
  const shown = FACT_GROUPS.flatMap((group) => group.facts);
  expect([...shown].sort()).toEqual(Object.keys(aiSystemFacts.shape).sort());
});
