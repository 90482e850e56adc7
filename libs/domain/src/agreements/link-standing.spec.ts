import { describe, expect, it } from 'vitest';
import type { CoverageAgreement, LinkFactsForCoverage } from './coverage-facts.ts';
import { linkStanding } from './link-standing.ts';

const SUBCONTRACTOR_BAA: CoverageAgreement = {
  id: 'a',
  title: 'Subcontractor BAA',
  vendorId: 'cloud',
  upperVendorId: 'scribe',
  signedByUpperOn: '2025-01-01',
  signedByVendorOn: '2025-01-01',
  effectiveOn: '2025-01-01',
  renewal: 'evergreen',
  termEndsOn: null,
  endsOn: '2025-12-31',
  supersededOn: null,
};
const PARTIES = {
  vendors: [
    { id: 'scribe', name: 'Scribe Inc' },
    { id: 'cloud', name: 'Nimbus Cloud' },
  ],
  services: [],
  agreements: [SUBCONTRACTOR_BAA],
};
type Link = Parameters<typeof linkStanding>[0];
const link = (more: Partial<LinkFactsForCoverage & Pick<Link, 'evidence'>> = {}): Link => ({
  id: 'l',
  upperVendorId: 'scribe',
  upperServiceId: null,
  lowerVendorId: 'cloud',
  lowerServiceId: null,
  phi: 'yes',
  assurance: 'in_place',
  evidence: 'attestation',
  agreementId: null,
  assuredFrom: null,
  assuredThrough: null,
  startsOn: null,
  endsOn: null,
  ...more,
});

describe('where a link of the chain stands on a day', () => {
  it.each<[string, Partial<Link>, string, string, string]>([
    ['no PHI is passed on', { phi: 'no', assurance: 'none' }, '2025-06-01', 'not_needed', 'No PHI is passed on.'],
    [
      'whether PHI is passed on is unknown',
      { phi: 'unknown' },
      '2025-06-01',
      'unknown',
      'passes PHI on to Nimbus Cloud',
    ],
    ['whether there is an agreement is unknown', { assurance: 'unknown' }, '2025-06-01', 'unknown', 'is unknown'],
    [
      'there is none',
      { assurance: 'none' },
      '2025-06-01',
      'missing',
      'No agreement between Scribe Inc and Nimbus Cloud',
    ],
    ['the vendor attests it', {}, '2025-06-01', 'assured', 'the vendor attests it'],
    [
      'a public list says so',
      { evidence: 'public_list' },
      '2025-06-01',
      'assured',
      'the public list of the vendor says so',
    ],
    ['before the days it is attested for', { assuredFrom: '2025-06-02' }, '2025-06-01', 'missing', 'before 2 Jun 2025'],
    ['on its last day', { assuredThrough: '2025-06-01' }, '2025-06-01', 'assured', 'attests'],
    ['the day after', { assuredThrough: '2025-06-01' }, '2025-06-02', 'missing', 'through 1 Jun 2025 only'],
    [
      'its agreement is in effect',
      { agreementId: 'a' },
      '2025-12-31',
      'assured',
      '“Subcontractor BAA” is in effect on 31 Dec 2025.',
    ],
    ['its agreement has ended', { agreementId: 'a' }, '2026-01-01', 'missing', 'through 31 Dec 2025 only'],
  ])('%s', (_, facts, on, state, text) => {
    const standing = linkStanding(link(facts), PARTIES, on);
    expect(standing.state).toBe(state);
    expect(standing.reason.text).toContain(text);
  });

  it('cites the law where something is missing or unknown', () => {
    expect(linkStanding(link({ assurance: 'none' }), PARTIES, '2025-06-01').reason.citation).toBe(
      '45 CFR 164.504(e)(2)(ii)(D)',
    );
  });
});
