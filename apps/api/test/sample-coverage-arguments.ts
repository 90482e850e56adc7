import { phiFlow } from './phi-flows.ts';
import type { Records } from './records.ts';

type Arguments = Record<string, unknown>;

/** An honest use of every operation on PHI flows and coverage; part of test/sample-arguments.ts. */
export const COVERAGE_ARGUMENTS: Record<string, (of: Records) => Promise<Arguments> | Arguments> = {
  coverageSummary: () => ({ on: '2026-01-05', asOf: null }),
  coverageGaps: async (of) => ({ filter: await filter(of), open: true, on: '2026-01-05', asOf: null, first: 5 }),
  coverageTimeline: async (of) => ({ filter: await filter(of), on: '2026-01-05', asOf: null, first: 5 }),
  coverageMatrix: () => ({ on: '2026-01-05', asOf: null, first: 5 }),

  createPhiFlow: async (of) => ({
    input: {
      aiSystemId: (await of.system()).id,
      facts: {
        serviceId: (await of.service()).id,
        startsOn: '2025-03-01',
        endsOn: '2026-12-31',
        exposures: ['prompt'],
        identifiers: ['A'],
        notes: 'Dictated notes',
      },
    },
  }),
  updatePhiFlow: async (of) => ({
    input: { ...(await phiFlow(of)), facts: { endsOn: '2025-12-31', exposures: ['log'] }, reason: 'Switched off' },
  }),
  withdrawPhiFlow: async (of) => ({ input: { ...(await phiFlow(of)), reason: 'Another system was meant' } }),
};

async function filter(of: Records): Promise<Arguments> {
  const vendorId = (await of.vendor()).id;
  const [aiSystemId, serviceId] = [(await of.system()).id, (await of.service(vendorId)).id];
  await phiFlow(of, { aiSystemId, serviceId });
  return { aiSystemId, vendorId, serviceId, state: ['uncovered'], reason: ['no-agreement'] };
}
