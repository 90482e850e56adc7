import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';
import { coverageOn } from './coverage-answer.ts';
import type { CoverageFacts, FlowFacts } from './coverage-facts.ts';
import { BAA, baa, FACTS, FLOW, LISTED, segments, told, ZERO_RETENTION } from './testing.ts';

describe('direct cover', () => {
  it.each<[string, Partial<CoverageFacts>, Partial<FlowFacts>, string[]]>([
    ['own infrastructure', {}, { serviceId: null, endsOn: '2024-12-31' }, ['2024-04-01..2024-12-31 not_needed']],
    ['an agreement in effect lists the service', {}, {}, ['2024-04-01.. covered']],
    ['no agreement', { agreements: [], coveredServices: [] }, {}, ['2024-04-01.. uncovered no-agreement']],
    [
      'no agreement that lists the service on any day',
      { coveredServices: [], ...baa({ effectiveOn: null }) },
      {},
      ['2024-04-01.. uncovered no-agreement'],
    ],
    [
      'an agreement of the vendor with somebody else',
      baa({ upperVendorId: 'cloud' }),
      {},
      ['2024-04-01.. uncovered no-agreement'],
    ],
    [
      'not signed by both',
      baa({ signedByVendorOn: null, effectiveOn: null }),
      {},
      ['2024-04-01.. uncovered not-signed'],
    ],
    ['signed, without an effective date', baa({ effectiveOn: null }), {}, ['2024-04-01.. uncovered not-yet-effective']],
    [
      'not yet effective: PHI before BAA stays for ever',
      baa({ effectiveOn: '2024-06-01' }),
      { endsOn: '2030-12-31' },
      ['2024-04-01..2024-05-31 uncovered not-yet-effective', '2024-06-01..2030-12-31 covered'],
    ],
    ['ended', baa({ endsOn: '2025-03-31' }), {}, ['2024-04-01..2025-03-31 covered', '2025-04-01.. uncovered ended']],
    [
      'ended before the flow',
      baa({ endsOn: '2025-03-31' }),
      { startsOn: '2025-04-01' },
      ['2025-04-01.. uncovered ended'],
    ],
    [
      'a flow on the last day',
      baa({ endsOn: '2025-03-31' }),
      { startsOn: '2025-03-31', endsOn: '2025-03-31' },
      ['2025-03-31..2025-03-31 covered'],
    ],
    [
      'superseded without a gap',
      {
        agreements: [
          { ...BAA, supersededOn: '2025-01-01' },
          { ...BAA, id: 'restated', effectiveOn: '2025-01-01' },
        ],
        coveredServices: [LISTED, { ...LISTED, agreementId: 'restated' }],
      },
      {},
      ['2024-04-01..2024-12-31 covered', '2025-01-01.. covered'],
    ],
    [
      'between two agreements',
      {
        agreements: [
          { ...BAA, endsOn: '2024-12-31' },
          { ...BAA, id: 'next', effectiveOn: '2025-02-01' },
        ],
        coveredServices: [LISTED, { ...LISTED, agreementId: 'next' }],
      },
      {},
      [
        '2024-04-01..2024-12-31 covered',
        '2025-01-01..2025-01-31 uncovered ended+not-yet-effective',
        '2025-02-01.. covered',
      ],
    ],
    [
      'service not listed',
      { coveredServices: [{ ...LISTED, serviceId: 'letters' }] },
      {},
      ['2024-04-01.. uncovered service-not-listed'],
    ],
    [
      'service listed for some days only',
      { coveredServices: [{ ...LISTED, listedFrom: '2024-05-01', listedThrough: '2024-06-30' }] },
      {},
      [
        '2024-04-01..2024-04-30 uncovered service-not-listed',
        '2024-05-01..2024-06-30 covered',
        '2024-07-01.. uncovered service-not-listed',
      ],
    ],
  ])('%s', (_case, facts, flow, expected) => {
    expect(told(facts, flow)).toEqual(expected);
  });

  it('names the agreement that covers', () => {
    expect(segments({}).map(({ agreementId }) => agreementId)).toEqual(['baa']);
    expect(segments({ coveredServices: [] })[0]?.agreementId).toBeNull();
  });
});

describe('a condition of the agreement', () => {
  const status = (since: string, met: 'yes' | 'no' | 'unknown') => ({ conditionId: 'zdr', since, met });
  const given = (...conditionStatuses: ReturnType<typeof status>[]) => ({
    conditions: [ZERO_RETENTION],
    conditionStatuses,
  });

  it.each<[string, Partial<CoverageFacts>, string[]]>([
    ['condition unknown: nobody said', given(), ['2024-04-01.. unknown condition-unknown']],
    ['condition met', given(status('2024-01-01', 'yes')), ['2024-04-01.. covered']],
    [
      'condition unmet from a day on',
      given(status('2024-01-01', 'yes'), status('2024-07-01', 'no')),
      ['2024-04-01..2024-06-30 covered', '2024-07-01.. uncovered condition-unmet'],
    ],
    [
      'condition unmet, then unknown, then met again',
      given(status('2024-09-01', 'yes'), status('2024-01-01', 'no'), status('2024-08-01', 'unknown')),
      [
        '2024-04-01..2024-07-31 uncovered condition-unmet',
        '2024-08-01..2024-08-31 unknown condition-unknown',
        '2024-09-01.. covered',
      ],
    ],
    [
      'the same said twice is one run',
      given(status('2024-05-01', 'no'), status('2024-06-01', 'no')),
      ['2024-04-01..2024-04-30 unknown condition-unknown', '2024-05-01.. uncovered condition-unmet'],
    ],
    [
      'of another service only',
      { conditions: [{ ...ZERO_RETENTION, serviceId: 'letters' }] },
      ['2024-04-01.. covered'],
    ],
  ])('%s', (_case, facts, expected) => {
    expect(told(facts)).toEqual(expected);
  });
});

describe('the answer', () => {
  it('of a day outside the flow is none', () => {
    const flow = segments(baa({ endsOn: '2024-05-31' }), { endsOn: '2024-06-30' });
    const states = ['2024-03-31', '2024-04-01', '2024-05-31', '2024-06-01', '2024-06-30', '2024-07-01'].map(
      (day) => coverageOn(flow, day)?.state,
    );
    expect(states).toEqual([undefined, 'covered', 'covered', 'uncovered', 'uncovered', undefined]);
  });

  it('is given for each flow, each on its days', () => {
    const flows: FlowFacts[] = [
      FLOW,
      { ...FLOW, id: 'own', serviceId: null },
      { ...FLOW, id: 'late', startsOn: '2030-01-01' },
    ];
    expect([...coverageOf(flows, FACTS)].map(([id, [first]]) => [id, first?.from, first?.state])).toEqual([
      ['flow', '2024-04-01', 'covered'],
      ['own', '2024-04-01', 'not_needed'],
      ['late', '2030-01-01', 'covered'],
    ]);
  });

  it('is refused where the facts lack what a flow goes to', () => {
    expect(() => coverageOf([FLOW], { ...FACTS, services: [] })).toThrow('The facts lack service notes.');
    expect(() => coverageOf([FLOW], { ...FACTS, agreements: [], vendors: [] })).toThrow(
      'The facts lack vendor scribe.',
    );
  });
});
