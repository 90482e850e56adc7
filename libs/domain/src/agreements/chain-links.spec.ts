import { describe, expect, it } from 'vitest';
import { linksBelow } from './chain-links.ts';
import type { LinkFactsForCoverage } from './coverage-facts.ts';
import { FACTS, LINK } from './testing.ts';

const NOTES = FACTS.services.filter(({ id }) => id === 'notes');
const below = (
  id: string,
  upperVendorId: string,
  lowerVendorId: string,
  facts: Partial<LinkFactsForCoverage> = {},
) => ({
  ...LINK,
  id,
  upperVendorId,
  lowerVendorId,
  ...facts,
});

describe('the links below a service', () => {
  it.each<[string, LinkFactsForCoverage[], string[]]>([
    ['none', [below('else', 'cloud', 'log')], []],
    ['nearest first', [below('far', 'model', 'cloud'), below('near', 'scribe', 'model')], ['near', 'far']],
    ['whatever their days', [below('past', 'scribe', 'model', { endsOn: '2001-01-01' })], ['past']],
    [
      'not those of another service',
      [
        below('other', 'scribe', 'log', { upperServiceId: 'letters' }),
        below('own', 'scribe', 'model', { upperServiceId: 'notes' }),
      ],
      ['own'],
    ],
    [
      'not those below another service in the middle',
      [
        below('near', 'scribe', 'model', { lowerServiceId: 'completions' }),
        below('other', 'model', 'cloud', { upperServiceId: 'training' }),
      ],
      ['near'],
    ],
    [
      'one that passes no PHI on, and nothing below it',
      [below('no PHI', 'scribe', 'model', { phi: 'no' }), below('below', 'model', 'cloud')],
      ['no PHI'],
    ],
    ['cycle', [below('down', 'scribe', 'model'), below('up', 'model', 'scribe')], ['down', 'up']],
    [
      'diamond',
      [
        below('left', 'scribe', 'model'),
        below('right', 'scribe', 'cloud'),
        below('left foot', 'model', 'log'),
        below('right foot', 'cloud', 'log'),
      ],
      ['left', 'right', 'left foot', 'right foot'],
    ],
  ])('%s', (_case, links, expected) => {
    expect(linksBelow(NOTES, links).map(({ id }) => id)).toEqual(expected);
  });
});
