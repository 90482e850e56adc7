import { describe, expect, it } from 'vitest';
import { coverageToday, type FlowOfDay } from './coverage-today.ts';

const flow = (service: string | null, coverage: FlowOfDay['coverage'], system = 'Scribe'): FlowOfDay => ({
  service: service === null ? null : { id: service },
  aiSystem: { id: system, name: system },
  coverage,
});
const covered = { from: '2026-01-01', state: 'covered', agreement: { id: 'a', title: 'BAA' }, reasons: [] } as const;
const unlisted = {
  from: '2026-06-12',
  state: 'uncovered',
  reasons: [{ key: 'service-not-listed', text: 'The BAA does not list it.' }],
} as const;
const unsure = {
  from: '2026-03-01',
  state: 'unknown',
  reasons: [{ key: 'subprocessor-unknown', text: 'Whether Cloudbase signed is not known.' }],
} as const;

describe('how the services of a vendor are covered on a day', () => {
  it('one flow that is not covered decides for its service, with its own reasons', () => {
    const found = coverageToday([flow('s', covered), flow('s', unlisted, 'Coder'), flow('s', unsure)]).get('s');
    expect(found).toMatchObject({ state: 'uncovered', since: '2026-06-12', flows: 3, aiSystems: ['Scribe', 'Coder'] });
    expect(found?.reasons.map(({ key }) => key)).toEqual(['service-not-listed']);
  });

  it('unknown is worse than covered', () => {
    expect(coverageToday([flow('s', covered), flow('s', unsure)]).get('s')?.state).toBe('unknown');
  });

  it('the earliest day counts where several flows are not covered', () => {
    const earlier = { ...unlisted, from: '2026-02-02' };
    expect(coverageToday([flow('s', unlisted), flow('s', earlier)]).get('s')?.since).toBe('2026-02-02');
  });

  it('the same reason of two flows is said once', () => {
    expect(coverageToday([flow('s', unlisted), flow('s', unlisted)]).get('s')?.reasons).toHaveLength(1);
  });

  it('a flow that has ended or not begun, and one to own infrastructure, reach no service', () => {
    expect(coverageToday([flow('s', null), flow(null, covered)]).size).toBe(0);
  });

  it('each service has its own answer', () => {
    const found = coverageToday([flow('s', covered), flow('t', unlisted)]);
    expect([found.get('s')?.state, found.get('t')?.state]).toEqual(['covered', 'uncovered']);
  });
});
