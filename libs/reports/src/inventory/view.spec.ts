import { describe, expect, it } from 'vitest';
import { missingFacts } from './missing.ts';
import { inventoryHtml } from './report.ts';
import { aSystem, sampleReport } from './sample-systems.ts';
import { inventoryView } from './view.ts';

describe('inventoryView', () => {
  const input = sampleReport(400);
  const view = inventoryView(input);
  const phi = input.systems.filter((system) => system.phi === 'yes');

  it('has every system once in the register, and by use of PHI once in its section', () => {
    expect(view.register.map(({ name }) => name).sort()).toEqual(input.systems.map(({ name }) => name).sort());
    expect(view.phiSystems).toHaveLength(phi.length);
    expect(view.undetermined).toHaveLength(input.systems.filter((system) => system.phi === 'unknown').length);
    expect(view.total).toBe(400);
  });

  it('counts so that each table sums to the total', () => {
    for (const { rows, total } of view.counts) {
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(400);
      expect(total).toBe(400);
    }
    const [stages, use, tiers] = view.counts;
    const count = (test: (system: (typeof input.systems)[number]) => boolean) => input.systems.filter(test).length;
    expect(stages!.rows.map((row) => row.count)[4]).toBe(count(({ stage }) => stage === 'live'));
    expect(use!.rows.map((row) => row.count)).toEqual([
      phi.length,
      count((system) => system.phi === 'no'),
      count((system) => system.phi === 'unknown'),
    ]);
    expect(tiers!.rows.map((row) => row.count)).toEqual([1, 2, 3, 4].map((tier) => count((s) => s.tier.tier === tier)));
  });

  it('lists what needs a decision', () => {
    const open = phi.filter(({ stage }) => stage !== 'retired');
    const [ownerless, overdue] = view.lists;
    expect(ownerless!.systems).toHaveLength(open.filter(({ businessOwner }) => businessOwner === '').length);
    expect(overdue!.systems).toHaveLength(
      open.filter(({ nextReviewOn }) => nextReviewOn !== null && nextReviewOn < '2026-11-22').length,
    );
  });

  it('prints as many rows and sections as there are systems', () => {
    const html = inventoryHtml(input);
    const register = html.slice(html.indexOf('<table class="register">'), html.indexOf('id="phi"'));
    expect(register.match(/<th scope="row">/g)).toHaveLength(400);
    expect(html.match(/<article class="system">/g)).toHaveLength(phi.length);
  });

  it('links only to anchors that exist, and has none twice', () => {
    const html = inventoryHtml(input);
    const anchors = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(anchors).toContain(anchor);
  });

  it('names what is missing, and asks nothing of retired systems', () => {
    const report = sampleReport(0, {
      systems: [
        aSystem({ name: 'Known by name only' }),
        aSystem({ name: 'Gone', stage: 'retired', retiredOn: '2026-01-02', retiredReason: 'Contract ended' }),
      ],
    });
    const { missing } = inventoryView(report);
    expect(missing.lacks.map(({ names }) => names)).toEqual(['4.2\u00a0Known by name only']);
    expect(missing.total).toBe(missing.lacks[0]!.count);
    expect(missing.lacks[0]!.groups.map((group) => group.split(':')[0])).toEqual([
      'What it is',
      'Who answers for it',
      'Data',
      'Effect on people',
      'Continuity',
    ]);
  });

  it('names every system of which something is missing, and sums what each lacks', () => {
    const lacking = input.systems.map((system) => missingFacts(system).flatMap(({ facts }) => facts).length);
    expect(view.missing.total).toBe(lacking.reduce((sum, count) => sum + count, 0));
    expect(view.missing.systemCount).toBe(lacking.filter((count) => count > 0).length);
    const named = view.missing.lacks.flatMap(({ names }) => names.split(' · '));
    expect(named).toHaveLength(view.missing.systemCount);
  });

  it('says so when there is nothing', () => {
    const html = inventoryHtml(sampleReport(0));
    expect(html).toContain('No AI system is within the scope of this report.');
  });

  it('keeps its fingerprint when printed again by someone else, and changes it with any fact', () => {
    const again = inventoryView({ ...input, generatedAt: '2027-01-01T00:00:00Z', preparedBy: 'Someone else' });
    expect(again.fingerprint).toBe(view.fingerprint);
    const changed = inventoryView({
      ...input,
      systems: input.systems.with(7, { ...input.systems[7]!, users: 'others' }),
    });
    expect(changed.fingerprint).not.toBe(view.fingerprint);
  });
});
