import { describe, expect, it } from 'vitest';
import { YES_NO_UNKNOWN } from '../yes-no-unknown.ts';
import { CLINICAL_IMPACTS, DECISION_ROLES, PHI_VOLUMES, TRAINING_RIGHTS, UNKNOWN_FACTS } from './facts.ts';
import { riskTierOf, type TierFacts } from './risk-tier.ts';

const HARMLESS: TierFacts = {
  phi: 'no',
  phiVolume: 'none',
  decisionRole: 'informs',
  clinicalImpact: 'none',
  vulnerablePopulation: 'no',
  vendorTrainingRights: 'prohibited',
};

describe('riskTierOf', () => {
  it.each<[string, Partial<TierFacts>, number, string[]]>([
    ['no PHI, no effect on care', {}, 1, ['no-phi-admin']],
    ['no PHI, acts on nothing of care', { decisionRole: 'acts' }, 1, ['no-phi-admin']],
    ['PHI, no effect on care', { phi: 'yes' }, 2, ['phi']],
    ['PHI unknown', { phi: 'unknown' }, 2, ['phi-unknown']],
    ['no PHI, effect unknown', { clinicalImpact: 'unknown' }, 2, ['impact-unknown-no-phi']],
    ['supports care', { clinicalImpact: 'indirect' }, 3, ['supports-care']],
    [
      'affects care, role unknown',
      { clinicalImpact: 'direct', decisionRole: 'unknown' },
      3,
      ['supports-care', 'role-unknown'],
    ],
    ['PHI, effect unknown', { phi: 'yes', clinicalImpact: 'unknown' }, 3, ['impact-unknown']],
    ['vendor trains on PHI', { phi: 'yes', vendorTrainingRights: 'permitted' }, 3, ['vendor-trains-on-phi']],
    [
      'vendor trains on what may be PHI',
      { phi: 'unknown', vendorTrainingRights: 'permitted' },
      3,
      ['vendor-trains-on-phi'],
    ],
    ['acts on PHI', { phi: 'yes', decisionRole: 'acts' }, 3, ['acts-on-phi']],
    ['acts on care', { decisionRole: 'acts', clinicalImpact: 'indirect' }, 4, ['acts-on-care']],
    [
      'acts on PHI, effect unknown',
      { phi: 'yes', decisionRole: 'acts', clinicalImpact: 'unknown' },
      4,
      ['acts-on-care'],
    ],
    ['vulnerable, directly', { clinicalImpact: 'direct', vulnerablePopulation: 'yes' }, 4, ['direct-vulnerable']],
    [
      'vendor trains on much PHI',
      { phi: 'yes', vendorTrainingRights: 'permitted', phiVolume: 'over_10000' },
      4,
      ['vendor-trains-on-large-phi'],
    ],
  ])('%s', (_case, facts, tier, keys) => {
    const answer = riskTierOf({ ...HARMLESS, ...facts });
    expect(answer.tier).toBe(tier);
    expect(answer.reasons.map((reason) => reason.key)).toEqual(keys);
  });

  it('names the unknown facts of a system that somebody only named', () => {
    expect(riskTierOf(UNKNOWN_FACTS)).toMatchObject({ tier: 3, unknowns: ['clinicalImpact', 'phi'] });
  });

  it('counts unknown PHI as PHI, whatever else is known', () => {
    for (const facts of everyCombination())
      if (facts.phi === 'unknown')
        expect(riskTierOf(facts).tier).toBeGreaterThanOrEqual(riskTierOf({ ...facts, phi: 'yes' }).tier);
  });

  it('counts an unknown effect on care as an effect where there may be PHI', () => {
    for (const facts of everyCombination())
      if (facts.clinicalImpact === 'unknown' && facts.phi !== 'no')
        expect(riskTierOf(facts).tier).toBeGreaterThanOrEqual(
          riskTierOf({ ...facts, clinicalImpact: 'indirect' }).tier,
        );
  });

  it('never rises when an unknown fact turns out to be the better one', () => {
    for (const facts of everyCombination())
      for (const fact of Object.keys(BETTER) as (keyof TierFacts)[])
        if (facts[fact] === 'unknown')
          expect(riskTierOf({ ...facts, [fact]: BETTER[fact] }).tier).toBeLessThanOrEqual(riskTierOf(facts).tier);
  });

  it('gives at least one reason, each with its citation', () => {
    for (const facts of everyCombination()) {
      const { reasons } = riskTierOf(facts);
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.every((reason) => reason.text.endsWith('.') && reason.citation === 'policy')).toBe(true);
    }
  });
});

const BETTER: TierFacts = HARMLESS;

const combinations: TierFacts[] = [];

function everyCombination(): readonly TierFacts[] {
  if (combinations.length > 0) return combinations;
  for (const phi of YES_NO_UNKNOWN)
    for (const phiVolume of PHI_VOLUMES)
      for (const decisionRole of DECISION_ROLES)
        for (const clinicalImpact of CLINICAL_IMPACTS)
          for (const vulnerablePopulation of YES_NO_UNKNOWN)
            for (const vendorTrainingRights of TRAINING_RIGHTS)
              combinations.push({
                phi,
                phiVolume,
                decisionRole,
                clinicalImpact,
                vulnerablePopulation,
                vendorTrainingRights,
              });
  return combinations;
}
