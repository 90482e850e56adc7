import { describe, expect, it } from 'vitest';
import type { CoverageFacts } from './coverage-facts.ts';
import { BAA, chain, segments, told } from './testing.ts';

describe('the subprocessor chain', () => {
  it.each<[string, Partial<CoverageFacts>, string[]]>([
    ['assurance in place', chain({}), ['2024-04-01.. covered']],
    [
      'no PHI passed on, whatever is below',
      chain(
        { phi: 'no', assurance: 'none' },
        { id: 'below', upperVendorId: 'model', lowerVendorId: 'cloud', assurance: 'none' },
      ),
      ['2024-04-01.. covered'],
    ],
    ['subprocessor link missing', chain({ assurance: 'none' }), ['2024-04-01.. uncovered subprocessor-missing(link)']],
    ['subprocessor link unknown', chain({ assurance: 'unknown' }), ['2024-04-01.. unknown subprocessor-unknown(link)']],
    ['PHI passed on unknown', chain({ phi: 'unknown' }), ['2024-04-01.. unknown subprocessor-unknown(link)']],
    [
      'assured for some days',
      chain({ assuredFrom: '2024-05-01', assuredThrough: '2024-12-31' }),
      [
        '2024-04-01..2024-04-30 uncovered subprocessor-missing(link)',
        '2024-05-01..2024-12-31 covered',
        '2025-01-01.. uncovered subprocessor-missing(link)',
      ],
    ],
    [
      'assured by an agreement of the register, on its days',
      {
        ...chain({ agreementId: 'sub', assurance: 'unknown' }),
        agreements: [BAA, { ...BAA, id: 'sub', vendorId: 'model', upperVendorId: 'scribe', endsOn: '2024-12-31' }],
      },
      ['2024-04-01..2024-12-31 covered', '2025-01-01.. uncovered subprocessor-missing(link)'],
    ],
    [
      'a link of some days',
      chain({ assurance: 'none', startsOn: '2024-06-01', endsOn: '2024-06-30' }),
      [
        '2024-04-01..2024-05-31 covered',
        '2024-06-01..2024-06-30 uncovered subprocessor-missing(link)',
        '2024-07-01.. covered',
      ],
    ],
    ['a link of another service', chain({ upperServiceId: 'letters', assurance: 'none' }), ['2024-04-01.. covered']],
    [
      'a link counts only on days on which the one above it exists',
      chain(
        { startsOn: '2024-06-01' },
        { id: 'below', upperVendorId: 'model', lowerVendorId: 'cloud', assurance: 'none', endsOn: '2024-06-30' },
      ),
      [
        '2024-04-01..2024-05-31 covered',
        '2024-06-01..2024-06-30 uncovered subprocessor-missing(below)',
        '2024-07-01.. covered',
      ],
    ],
    [
      'the services of a vendor in the middle are kept apart',
      chain(
        { lowerServiceId: 'completions' },
        { id: 'below', upperVendorId: 'model', upperServiceId: 'training', lowerVendorId: 'cloud', assurance: 'none' },
      ),
      ['2024-04-01.. covered'],
    ],
    [
      'a link whose service is not said counts for every service',
      chain(
        {},
        { id: 'below', upperVendorId: 'model', upperServiceId: 'training', lowerVendorId: 'cloud', assurance: 'none' },
      ),
      ['2024-04-01.. uncovered subprocessor-missing(below)'],
    ],
    [
      'cycle',
      chain({}, { id: 'back', upperVendorId: 'model', lowerVendorId: 'scribe', assurance: 'unknown' }),
      ['2024-04-01.. unknown subprocessor-unknown(back)'],
    ],
    [
      'diamond: the link at its foot counts on the days of both sides',
      chain(
        { id: 'left', lowerVendorId: 'model', endsOn: '2024-05-31' },
        { id: 'right', lowerVendorId: 'cloud', startsOn: '2024-07-01' },
        { id: 'left foot', upperVendorId: 'model', lowerVendorId: 'log' },
        { id: 'right foot', upperVendorId: 'cloud', lowerVendorId: 'log' },
        { id: 'bottom', upperVendorId: 'log', lowerVendorId: 'model', lowerServiceId: 'training', assurance: 'none' },
      ),
      [
        '2024-04-01..2024-05-31 uncovered subprocessor-missing(bottom)',
        '2024-06-01..2024-06-30 covered',
        '2024-07-01.. uncovered subprocessor-missing(bottom)',
      ],
    ],
    [
      'reasons of the service first, then those of the chain, nearest first',
      {
        agreements: [],
        ...chain(
          { id: 'far', upperVendorId: 'model', lowerVendorId: 'cloud', assurance: 'none' },
          { id: 'near', assurance: 'unknown' },
        ),
      },
      ['2024-04-01.. uncovered no-agreement+subprocessor-unknown(near)+subprocessor-missing(far)'],
    ],
  ])('%s', (_case, facts, expected) => {
    expect(told(facts)).toEqual(expected);
  });

  it('leaves the agreement named that covers the service itself', () => {
    expect(segments(chain({ assurance: 'none' }))[0]).toMatchObject({ state: 'uncovered', agreementId: 'baa' });
  });
});
