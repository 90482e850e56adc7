import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../test/agreements.ts';
import { Records } from '../../../test/records.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { agreed, backdate, type Situations, situations } from './testing.ts';

const ALL = `query ($on: Date, $asOf: Date, $system: ID!, $vendor: ID!) {
  summary: coverageSummary(on: $on, asOf: $asOf) { on flows uncovered unknown pastGaps }
  gaps: coverageGaps(on: $on, asOf: $asOf) { nodes { from through state flow { aiSystem { name } coverage { state } } } }
  mine: coverageTimeline(on: $on, asOf: $asOf, filter: { aiSystemId: $system }) { nodes { service { name } segments { state from agreement { title } } } }
  matrix: coverageMatrix(on: $on, asOf: $asOf) { nodes { service { name } cells { state } } }
  aiSystem(id: $system, asOf: $asOf) { phiFlows { coverage { state } segments { state from } } chain { assurance lowerVendor { name } } }
  vendor(id: $vendor, asOf: $asOf) { openGaps } }`;

interface All {
  summary: Record<string, unknown>;
  gaps: { nodes: { from: string; through: string | null; state: string; flow: { aiSystem: { name: string } } }[] };
  mine: { nodes: { segments: { state: string; agreement: { title: string } | null }[] }[] };
  matrix: { nodes: { service: { name: string }; cells: { state: string }[] }[] };
  aiSystem: {
    phiFlows: { coverage: { state: string } | null }[];
    chain: { assurance: string; lowerVendor: { name: string } }[];
  } | null;
  vendor: { openGaps: number } | null;
}

let app: TestApp;
let of: Records;
let here: Situations;
beforeAll(async () => {
  app = await startTestApp();
  of = new Records(app, await app.organization());
  here = await situations(of);
  await backdate(of, 10);
  const { coder, planner, scribe, triage } = here;
  await agreed(of, triage);
  await of.officer.must(`mutation ($input: UpdateSubprocessorInput!) { updateSubprocessor(input: $input) { id } }`, {
    input: { id: coder.links[0], version: 1, facts: { assurance: 'in_place', evidence: 'copy' }, reason: 'Got it' },
  });
  await of.officer.must(`mutation ($input: UpdatePhiFlowInput!) { updatePhiFlow(input: $input) { id } }`, {
    input: { id: planner.flowId, version: 1, facts: { endsOn: '2025-06-30' }, reason: 'Was switched off in time' },
  });
  await of.officer.must(`mutation ($input: WithdrawPhiFlowInput!) { withdrawPhiFlow(input: $input) { id } }`, {
    input: { id: scribe.flowId, version: 1, reason: 'Another system was meant' },
  });
});
afterAll(() => app?.stop());

const all = (variables: { on?: string; asOf?: string | null }) =>
  of.officer.must<All>(ALL, { system: here.coder.systemId, vendor: here.triage.vendorId, ...variables });
const told = ({ gaps }: All) =>
  gaps.nodes.map(({ flow, from, through, state }) => `${flow.aiSystem.name} ${from}..${through ?? ''} ${state}`);

describe('coverage', () => {
  it('rests on what is recorded now', async () => {
    const now = await all({ on: '2025-10-01' });
    expect(told(now)).toEqual([]);
    expect(now.summary).toEqual({ on: '2025-10-01', flows: 2, uncovered: 0, unknown: 0, pastGaps: 0 });
    expect(now.aiSystem).toMatchObject({
      phiFlows: [{ coverage: { state: 'covered' } }],
      chain: [{ assurance: 'in_place' }, {}],
    });
    expect(now.vendor?.openGaps).toBe(0);
    expect(now.matrix.nodes.map(({ service }) => service.name)).toEqual(['Alerts', 'Codes']);
  });

  it('rests on what was recorded on an earlier day, for any day asked about', async () => {
    const then = await all({ on: '2025-10-01', asOf: day(-5) });
    expect(told(then)).toEqual([
      'Triage 2024-04-01.. uncovered',
      'Coder 2025-01-01.. unknown',
      'Planner 2025-07-01.. uncovered',
      'Scribe 2024-01-01..2024-01-31 uncovered',
    ]);
    expect(then.summary).toEqual({ on: '2025-10-01', flows: 4, uncovered: 2, unknown: 1, pastGaps: 1 });
    expect(then.mine.nodes[0]!.segments.map(({ state, agreement }) => [state, agreement?.title.slice(0, 3)])).toEqual([
      ['covered', 'BAA'],
      ['unknown', 'BAA'],
    ]);
    expect(then.aiSystem).toMatchObject({
      phiFlows: [{ coverage: { state: 'unknown' } }],
      chain: [{ assurance: 'unknown', lowerVendor: { name: 'Model Co' } }, { lowerVendor: { name: 'Cloud Co' } }],
    });
    expect(then.vendor?.openGaps).toBe(1);
    expect(then.matrix.nodes.map(({ service, cells }) => [service.name, cells[0]!.state])).toEqual([
      ['Alerts', 'uncovered'],
      ['Codes', 'unknown'],
      ['Notes', 'covered'],
      ['Plans', 'uncovered'],
    ]);
  });

  it('answers for the day it is asked as of where no other is named', async () => {
    expect((await all({ asOf: day(-5) })).summary.on).toBe(day(-5));
  });

  it('rests on nothing on a day on which nothing was recorded', async () => {
    expect(await all({ on: '2025-10-01', asOf: day(-15) })).toMatchObject({
      summary: { flows: 0, pastGaps: 0 },
      gaps: { nodes: [] },
      mine: { nodes: [] },
      matrix: { nodes: [] },
      aiSystem: null,
      vendor: null,
    });
  });
});
