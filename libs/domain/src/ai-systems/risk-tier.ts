import type { Reason } from '../decision.ts';
import type { AiSystemFacts } from './facts.ts';

/*
 * Risk tiers are a default of ours, not law [policy]:
 *   1 no PHI, administrative · 2 PHI, no effect on care · 3 supports care, with review · 4 autonomous or high-stakes.
 * Whether it uses PHI and whether it affects care count as yes while unknown, in every rule, and the answer says so.
 * Nothing else is presumed: with every unknown at its worst, each system that somebody only named would be tier 4.
 */

export const TIERS = [1, 2, 3, 4] as const;
export type Tier = (typeof TIERS)[number];
export const TIER_LABELS: Record<Tier, string> = {
  1: 'No PHI, administrative',
  2: 'PHI, no effect on care',
  3: 'Supports care, with review',
  4: 'Autonomous or high-stakes',
};

/** Raise when a rule below changes: stored beside each tier, so that those of an older rule are found by it. */
export const TIER_RULE_VERSION = 1;

export type TierFacts = Pick<
  AiSystemFacts,
  'phi' | 'phiVolume' | 'decisionRole' | 'clinicalImpact' | 'vulnerablePopulation' | 'vendorTrainingRights'
>;

export interface TierAnswer {
  readonly tier: Tier;
  /** What decided the tier, the weightiest first. */
  readonly reasons: readonly Reason[];
  /** Facts whose absence was counted as the worse case; knowing them may lower the tier. */
  readonly unknowns: readonly (keyof TierFacts)[];
}

/** The risk tier of an AI system from its facts, with the reasons. */
export function riskTierOf(facts: TierFacts): TierAnswer {
  const hits = RULES.filter((rule) => rule.when(facts));
  const tier = Math.max(1, ...hits.map((rule) => rule.tier)) as Tier;
  const deciding = hits.filter((rule) => rule.tier === tier);
  const reasons: Reason[] = deciding.map(({ key, text, fact }) => ({ key, text, fact, citation: 'policy' }));
  if (reasons.length === 0)
    reasons.push({ key: 'no-phi-admin', text: 'No PHI and no effect on care.', citation: 'policy' });
  const unknowns = [...new Set(hits.filter((rule) => rule.unknown).map((rule) => rule.fact))];
  return { tier, reasons, unknowns };
}

interface TierRule {
  readonly key: string;
  readonly tier: Tier;
  readonly fact: keyof TierFacts;
  readonly text: string;
  /** The rule fires because the fact is not known. */
  readonly unknown?: true;
  readonly when: (facts: TierFacts) => boolean;
}

const touchesCare = (f: TierFacts) => f.clinicalImpact !== 'none';
const mayTouchPhi = (f: TierFacts) => f.phi !== 'no';
/** Unknown effect counts where PHI may be involved; without PHI it is tier 2 by `impact-unknown-no-phi`. */
const mayAffectCare = (f: TierFacts) =>
  f.clinicalImpact === 'direct' ||
  f.clinicalImpact === 'indirect' ||
  (f.clinicalImpact === 'unknown' && mayTouchPhi(f));

const RULES: readonly TierRule[] = [
  {
    key: 'acts-on-care',
    tier: 4,
    fact: 'decisionRole',
    text: 'It acts without a person deciding, and affects care or may affect it.',
    when: (f) => f.decisionRole === 'acts' && mayAffectCare(f),
  },
  {
    key: 'direct-vulnerable',
    tier: 4,
    fact: 'vulnerablePopulation',
    text: 'It affects the care of a vulnerable population directly.',
    when: (f) => f.clinicalImpact === 'direct' && f.vulnerablePopulation === 'yes',
  },
  {
    key: 'vendor-trains-on-large-phi',
    tier: 4,
    fact: 'vendorTrainingRights',
    text: 'The vendor may train on what is or may be the PHI of more than 10,000 people.',
    when: (f) => f.vendorTrainingRights === 'permitted' && mayTouchPhi(f) && f.phiVolume === 'over_10000',
  },
  {
    key: 'supports-care',
    tier: 3,
    fact: 'clinicalImpact',
    text: 'It affects care, with a person reviewing.',
    when: (f) => f.clinicalImpact === 'direct' || f.clinicalImpact === 'indirect',
  },
  {
    key: 'vendor-trains-on-phi',
    tier: 3,
    fact: 'vendorTrainingRights',
    text: 'The vendor may train on what is or may be PHI.',
    when: (f) => f.vendorTrainingRights === 'permitted' && mayTouchPhi(f),
  },
  {
    key: 'acts-on-phi',
    tier: 3,
    fact: 'decisionRole',
    text: 'It acts without a person deciding, on what is or may be PHI.',
    when: (f) => f.decisionRole === 'acts' && mayTouchPhi(f),
  },
  {
    key: 'impact-unknown',
    tier: 3,
    fact: 'clinicalImpact',
    text: 'Whether it affects care is unknown; counted as if it did.',
    unknown: true,
    when: (f) => f.clinicalImpact === 'unknown' && mayTouchPhi(f),
  },
  {
    key: 'phi',
    tier: 2,
    fact: 'phi',
    text: 'It uses PHI.',
    when: (f) => f.phi === 'yes',
  },
  {
    key: 'phi-unknown',
    tier: 2,
    fact: 'phi',
    text: 'Whether it uses PHI is unknown; counted as if it did.',
    unknown: true,
    when: (f) => f.phi === 'unknown',
  },
  {
    key: 'impact-unknown-no-phi',
    tier: 2,
    fact: 'clinicalImpact',
    text: 'Whether it affects care is unknown.',
    unknown: true,
    when: (f) => f.clinicalImpact === 'unknown' && !mayTouchPhi(f),
  },
  {
    key: 'role-unknown',
    tier: 3,
    fact: 'decisionRole',
    text: 'It affects care, and whether it informs, recommends or acts is unknown.',
    unknown: true,
    when: (f) => f.decisionRole === 'unknown' && touchesCare(f) && f.clinicalImpact !== 'unknown',
  },
];
