import { aiSystemFacts, PHI_VOLUMES, STAGES, UNKNOWN_FACTS } from '@attestry/domain/ai-systems/facts.ts';
import { looksLikePhi } from '@attestry/domain/ai-systems/looks-like-phi.ts';
import { riskTierOf, TIERS } from '@attestry/domain/ai-systems/risk-tier.ts';
import { YES_NO_UNKNOWN } from '@attestry/domain/yes-no-unknown.ts';
import { describe, expect, it } from 'vitest';
import { SAMPLE_SYSTEMS } from './ai-systems.ts';
import { SAMPLE_CHANGES } from './changes.ts';
import { datedChange, datedFacts, type SampleChange } from './sample-record.ts';

const TODAY = '2028-03-01';
const recorded = SAMPLE_SYSTEMS.map((system) => ({ ...UNKNOWN_FACTS, ...datedFacts(system, TODAY) }));
type Recorded = (typeof recorded)[number] & { readonly retiredOn?: string; readonly retiredReason?: string };
const after = (system: Recorded, changes: readonly SampleChange[]): Recorded =>
  Object.assign(
    {},
    system,
    ...changes.filter((change) => change.system === system.name).map((change) => datedChange(change, TODAY)),
  );
const final = recorded.map((system) => after(system, SAMPLE_CHANGES));
const valuesOf = (of: (system: (typeof final)[number]) => string | number) => [...new Set(final.map(of))].sort();

describe('the sample', () => {
  it.each(recorded)('$name: facts that anybody could have entered', (system) => {
    expect(aiSystemFacts.parse(system)).toEqual(system);
    expect(system.stage).not.toBe('retired');
  });

  it('names each system once', () => {
    expect(new Set(SAMPLE_SYSTEMS.map(({ name }) => name.toLowerCase())).size).toBe(SAMPLE_SYSTEMS.length);
  });

  it('ends with every stage, tier, PHI answer and volume', () => {
    expect(valuesOf(({ stage }) => stage)).toEqual([...STAGES].sort());
    expect(valuesOf((system) => riskTierOf(system).tier)).toEqual([...TIERS]);
    expect(valuesOf(({ phi }) => phi)).toEqual([...YES_NO_UNKNOWN].sort());
    expect(valuesOf(({ phiVolume }) => phiVolume)).toEqual([...PHI_VOLUMES].sort());
    expect(valuesOf(({ decisionSupportTool }) => decisionSupportTool)).toEqual([...YES_NO_UNKNOWN].sort());
  });

  it('leaves gaps to find: owners missing, reviews overdue and soon, purposes of minimum necessary not said', () => {
    const inUse = final.filter(({ stage }) => stage !== 'retired');
    expect(inUse.filter(({ businessOwner }) => businessOwner === '').length).toBeGreaterThanOrEqual(3);
    expect(inUse.filter(({ nextReviewOn }) => nextReviewOn && nextReviewOn < TODAY).length).toBeGreaterThanOrEqual(4);
    expect(
      inUse.filter(({ nextReviewOn }) => nextReviewOn && nextReviewOn >= TODAY && nextReviewOn <= '2028-03-31').length,
    ).toBeGreaterThanOrEqual(5);
    expect(
      inUse.filter(({ phi, minimumNecessary }) => phi === 'yes' && minimumNecessary === '').length,
    ).toBeGreaterThanOrEqual(2);
  });

  it.each(SAMPLE_CHANGES)('$system: $reason', (change) => {
    const system = recorded.find(({ name }) => name === change.system)!;
    const before: Record<string, unknown> = {
      ...after(system, SAMPLE_CHANGES.slice(0, SAMPLE_CHANGES.indexOf(change))),
    };
    const changes = Object.entries(datedChange(change, TODAY));
    expect(changes.length).toBeGreaterThan(0);
    for (const [fact, value] of changes) expect(before[fact], fact).not.toEqual(value);
    expect(before.stage).not.toBe('retired');
  });

  it('retires for a reason, not before going live and not in the future', () => {
    for (const { stage, retiredOn, retiredReason, liveSince } of final) {
      expect(stage === 'retired').toBe(retiredOn !== undefined);
      if (!retiredOn) continue;
      expect(retiredReason).not.toBe('');
      expect(retiredOn > liveSince! && retiredOn <= TODAY).toBe(true);
    }
  });

  it('says no PHI where it lists identifiers of people, and nothing that looks like an identifier', () => {
    for (const system of final) {
      if (system.phi === 'no') expect([system.identifiers, system.phiVolume]).toEqual([[], 'none']);
      for (const text of Object.values(system))
        if (typeof text === 'string') expect(looksLikePhi(text), text).toEqual([]);
    }
  });

  it('counts days over the end of a February with 29 days, whatever the time zone', () => {
    expect(datedFacts({ liveSince: -1, nextReviewOn: 0 }, '2028-03-01')).toEqual({
      liveSince: '2028-02-29',
      nextReviewOn: '2028-03-01',
    });
    expect(datedFacts({ liveSince: -366 }, '2028-03-01')).toEqual({ liveSince: '2027-03-01' });
  });
});
