import { describe, expect, it } from 'vitest';
import { linkProblems } from './link-problems.ts';
import { type LinkFacts, UNKNOWN_LINK } from './subprocessors.ts';

describe('the facts of a link', () => {
  it.each<[string, Partial<LinkFacts>, string[]]>([
    ['say nothing: in order', {}, []],
    ['one day only', { startsOn: '2026-01-01', endsOn: '2026-01-01' }, []],
    ['end before they start', { startsOn: '2026-01-02', endsOn: '2026-01-01' }, ['endsOn']],
    ['an end without a start', { endsOn: '2026-01-01' }, []],
    [
      'an agreement that ends before it starts',
      { assuredFrom: '2026-01-02', assuredThrough: '2026-01-01' },
      ['assuredThrough'],
    ],
    ['an agreement in place, of which nothing is on file', { assurance: 'in_place' }, ['evidence']],
    ['an agreement in place, attested', { assurance: 'in_place', evidence: 'attestation' }, []],
    ['no agreement, and nothing on file', { assurance: 'none' }, []],
  ])('%s', (_, facts, expected) => {
    expect(linkProblems({ ...UNKNOWN_LINK, ...facts }).map(({ fact }) => fact)).toEqual(expected);
  });
});
