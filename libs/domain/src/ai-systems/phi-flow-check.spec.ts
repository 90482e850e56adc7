import { describe, expect, it } from 'vitest';
import { type CheckedFlow, flowProblems, whyNotTo } from './phi-flow-check.ts';

const FLOW: CheckedFlow = { serviceId: 'notes', place: '', startsOn: '2024-04-01', endsOn: null };

describe('a PHI flow', () => {
  it.each<[string, Partial<CheckedFlow>, string | null, [string, string][]]>([
    ["to a vendor's service", {}, null, []],
    ['to own infrastructure', { serviceId: null, place: 'Own data center' }, null, []],
    ['to nowhere', { serviceId: null }, null, [['nowhere', 'serviceId']]],
    ['to two places', { place: 'Own data center' }, null, [['two-places', 'place']]],
    ['of one day', { endsOn: '2024-04-01' }, null, []],
    ['that ends before it starts', { endsOn: '2024-03-31' }, null, [['ends-before', 'endsOn']]],
    ['from the day on which its system was retired', {}, '2024-04-01', []],
    ['from after its system was retired', {}, '2024-03-31', [['after-retirement', 'startsOn']]],
    [
      'with all of it wrong',
      { serviceId: null, endsOn: '2024-01-01' },
      '2024-01-01',
      [
        ['nowhere', 'serviceId'],
        ['ends-before', 'endsOn'],
        ['after-retirement', 'startsOn'],
      ],
    ],
  ])('%s', (_case, facts, retiredOn, expected) => {
    const problems = flowProblems({ ...FLOW, ...facts }, { retiredOn });
    expect(problems.map(({ key, fact }) => [key, fact])).toEqual(expected);
  });

  it.each<[string, string | null, string | null, boolean]>([
    ['a service in use', null, null, true],
    ['a removed one, still going on', '2025-01-31', null, false],
    ['a removed one, past its removal', '2025-01-31', '2025-02-01', false],
    ['a removed one, over by then', '2025-01-31', '2025-01-31', true],
  ])('to %s', (_case, removedOn, endsOn, allowed) => {
    expect(whyNotTo({ name: 'Notes', removedOn }, { endsOn }).length === 0).toBe(allowed);
  });
});
