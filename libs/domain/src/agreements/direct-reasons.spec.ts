import { describe, expect, it } from 'vitest';
import type { CoverageFacts } from './coverage-facts.ts';
import { baa, chain, LISTED, segments, texts, ZERO_RETENTION } from './testing.ts';

describe('the sentences of coverage', () => {
  const condition = { conditions: [ZERO_RETENTION] };
  it.each<[string, Partial<CoverageFacts>, string[]]>([
    ['no agreement at all', { agreements: [], coveredServices: [] }, ['No agreement with Scribe Inc is recorded.']],
    [
      'no agreement for it',
      { coveredServices: [], ...baa({ effectiveOn: null }) },
      ['No agreement with Scribe Inc lists Notes.'],
    ],
    ['vendor did not sign', baa({ signedByVendorOn: null, effectiveOn: null }), ['“BAA” is not signed by Scribe Inc.']],
    [
      'we did not sign',
      baa({ signedByUpperOn: null, effectiveOn: null }),
      ['“BAA” is not signed by the organization.'],
    ],
    [
      'nobody signed',
      baa({ signedByUpperOn: null, signedByVendorOn: null, effectiveOn: null }),
      ['“BAA” is not signed by the organization and Scribe Inc.'],
    ],
    [
      'no effective date',
      baa({ effectiveOn: null }),
      ['“BAA” is signed by both parties, but no effective date is recorded.'],
    ],
    ['not yet', baa({ effectiveOn: '2024-06-01' }), ['“BAA” is not effective before 1 Jun 2024.']],
    ['ended', baa({ endsOn: '2025-03-31' }), ['“BAA” of 1 Apr 2024 is in effect through 31 Mar 2025 only.']],
    [
      'never listed',
      { coveredServices: [{ ...LISTED, serviceId: 'letters' }] },
      ['“BAA” of 1 Apr 2024 does not list Notes.'],
    ],
    [
      'listed, taken off, listed again',
      {
        coveredServices: [
          { ...LISTED, listedFrom: '2024-05-01', listedThrough: '2024-05-31' },
          { ...LISTED, listedFrom: '2024-07-01', listedThrough: '2024-07-31' },
        ],
      },
      [
        '“BAA” of 1 Apr 2024 does not list Notes before 1 May 2024.',
        '“BAA” of 1 Apr 2024 lists Notes neither from 1 Jun 2024 on nor before 1 Jul 2024.',
        '“BAA” of 1 Apr 2024 has not listed Notes since 1 Aug 2024.',
      ],
    ],
    [
      'condition: nothing recorded',
      condition,
      ['Nothing is recorded on the condition “zero data retention” of “BAA”.'],
    ],
    [
      'condition: by days',
      {
        ...condition,
        conditionStatuses: [
          { conditionId: 'zdr', since: '2024-05-01', met: 'no' },
          { conditionId: 'zdr', since: '2024-06-01', met: 'unknown' },
        ],
      },
      [
        'Nothing is recorded on the condition “zero data retention” of “BAA” before 1 May 2024.',
        'The condition “zero data retention” of “BAA” is not met from 1 May 2024 through 31 May 2024.',
        'Whether the condition “zero data retention” of “BAA” is met is unknown from 1 Jun 2024 on.',
      ],
    ],
    [
      'PHI unknown',
      chain({ phi: 'unknown', lowerServiceId: 'completions' }),
      ['Whether Scribe Inc passes PHI on to Completions (Model Co) is unknown.'],
    ],
    [
      'assurance unknown',
      chain({ assurance: 'unknown' }),
      ['Whether there is an agreement between Scribe Inc and Model Co is unknown.'],
    ],
    [
      'no assurance',
      chain({ assurance: 'none' }),
      ['No agreement between Scribe Inc and Model Co is in effect, and PHI is passed on.'],
    ],
    [
      'assured for some days',
      chain({ assuredFrom: '2024-05-01', assuredThrough: '2024-12-31', upperServiceId: 'notes' }),
      [
        'The agreement between Notes (Scribe Inc) and Model Co is not in effect before 1 May 2024.',
        'The agreement between Notes (Scribe Inc) and Model Co is in effect through 31 Dec 2024 only.',
      ],
    ],
  ])('%s', (_case, facts, expected) => {
    expect(texts(facts)).toEqual(expected);
  });

  it('cite the law for what it asks, and practice for what an agreement asks', () => {
    const cited = (facts: Partial<CoverageFacts>) => segments(facts)[0]?.reasons.map(({ citation }) => citation);
    expect(cited({ agreements: [] })).toEqual(['45 CFR 164.502(e)(1)(i)']);
    expect(cited(baa({ effectiveOn: null }))).toEqual(['45 CFR 164.502(e)(2)']);
    expect(cited(condition)).toEqual(['practice']);
    expect(
      cited(
        chain({ assurance: 'none' }, { id: 'below', upperVendorId: 'model', lowerVendorId: 'cloud', phi: 'unknown' }),
      ),
    ).toEqual(['45 CFR 164.504(e)(2)(ii)(D)', '45 CFR 164.504(e)(5)']);
  });
});
