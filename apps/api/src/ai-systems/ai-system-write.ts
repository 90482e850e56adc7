import { type AiSystemFacts, UNKNOWN_FACTS } from '@attestry/domain/ai-systems/facts.ts';
import { riskTierOf, TIER_RULE_VERSION } from '@attestry/domain/ai-systems/risk-tier.ts';
import type { AiSystem } from './ai-system.entity.ts';

/** The tier is stored beside the facts it follows from, for filters and sorting; the rule is the only writer. */
export function withTier<Facts extends AiSystemFacts>(facts: Facts) {
  return { ...facts, tier: riskTierOf(facts).tier, tierRuleVersion: TIER_RULE_VERSION };
}

export const newAiSystem = (given: Partial<AiSystemFacts> & { name: string }) =>
  withTier({ ...UNKNOWN_FACTS, ...given });

/** The columns to write when `changes` are made to a system. */
export function changedAiSystem(present: AiSystem, changes: Partial<AiSystem>): Partial<AiSystem> {
  const { tier, tierRuleVersion } = withTier({ ...present, ...changes });
  return { ...changes, tier, tierRuleVersion };
}
