import type { YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';
import { describe, expect, it } from 'vitest';
import type { ServiceOfDay } from './coverage-today.ts';
import { coverageWords, serviceWords } from './state-words.ts';

const service = (phi: YesNoUnknown, id = phi, removedOn: string | null = null) => ({
  id,
  name: `Service ${id}`,
  phi,
  removedOn,
});
const answer = (state: ServiceOfDay['state'], since = '2026-06-12'): ServiceOfDay => ({
  state,
  since,
  flows: 1,
  reasons: [],
  aiSystems: [],
});

describe('the services of a vendor in words', () => {
  it.each<[string, ReturnType<typeof service>[], string]>([
    ['none', [], 'No services are recorded, so whether PHI reaches it is not known.'],
    [
      'a removed one only',
      [service('yes', 'a' as never, '2026-01-01')],
      'No services are recorded, so whether PHI reaches it is not known.',
    ],
    ['one that does', [service('yes')], '1 service: it receives PHI.'],
    ['one that does not', [service('no')], '1 service: no PHI reaches it.'],
    ['one nobody knows of', [service('unknown')], '1 service: whether PHI reaches it is not known.'],
    ['some', [service('yes'), service('no'), service('unknown')], '3 services: 1 receives PHI, of 1 it is not known.'],
    ['all', [service('yes'), service('yes')], '2 services: all receive PHI.'],
  ])('%s', (_, services, words) => {
    expect(serviceWords(services)).toBe(words);
  });
});

describe('how they are covered, in words', () => {
  const services = [service('yes', 'a' as never), service('yes', 'b' as never)];
  it.each<[string, [string, ServiceOfDay][], string[]]>([
    ['no flow', [], ['No flow of PHI to it is recorded on this day.']],
    ['covered', [['a', answer('covered')]], ['PHI flows to 1 of them, covered on this day.']],
    [
      'one not, one unknown',
      [
        ['a', answer('uncovered')],
        ['b', answer('unknown', '2026-01-01')],
      ],
      ['Service a is not covered since 12 Jun 2026.', 'Whether Service b is covered is unknown since 1 Jan 2026.'],
    ],
    [
      'one covered, one not',
      [
        ['a', answer('covered')],
        ['b', answer('uncovered')],
      ],
      ['Service b is not covered since 12 Jun 2026.'],
    ],
  ])('%s', (_, coverage, words) => {
    expect(coverageWords(services, new Map(coverage)).map(({ text }) => text)).toEqual(words);
  });
});
