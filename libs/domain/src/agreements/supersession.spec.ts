import { expect, it } from 'vitest';
import { mayEnd, maySupersede, type SupersessionFacts, wrongEffectiveOn } from './supersession.ts';

const EARLIER: SupersessionFacts = {
  title: 'BAA 2018',
  vendorId: 'a',
  upperVendorId: null,
  signedByUpperOn: '2018-01-01',
  signedByVendorOn: '2018-01-01',
  effectiveOn: '2018-01-01',
  renewal: 'evergreen',
  termEndsOn: null,
  endsOn: null,
  supersededOn: null,
};
const LATER: SupersessionFacts = { ...EARLIER, title: 'BAA 2022', effectiveOn: '2022-04-01' };

it.each<[string, Partial<SupersessionFacts>, Partial<SupersessionFacts>, string, string | undefined]>([
  ['restated between the same parties', {}, {}, 'supersedes', undefined],
  ['effective the day after', {}, { effectiveOn: '2018-01-02' }, 'supersedes', undefined],
  ['signed after the earlier ended', { endsOn: '2021-12-31' }, {}, 'supersedes', undefined],
  ['effective on the same day', {}, { effectiveOn: '2018-01-01' }, 'not-later', 'supersededById'],
  ['effective before', {}, { effectiveOn: '2017-01-01', signedByUpperOn: '2017-01-01' }, 'not-later', 'supersededById'],
  ['of another vendor', {}, { vendorId: 'b' }, 'other-parties', 'supersededById'],
  ['further down the chain', {}, { upperVendorId: 'b' }, 'other-parties', 'supersededById'],
  ['not signed by both', {}, { signedByVendorOn: null }, 'later-not-effective', 'supersededById'],
  ['without an effective date', {}, { effectiveOn: null }, 'later-not-effective', 'supersededById'],
  ['superseded already', { supersededOn: '2020-01-01' }, {}, 'superseded', undefined],
  ['in the place of a draft', { effectiveOn: null }, {}, 'not-in-effect', undefined],
])('%s', (_case, earlier, later, key, fact) => {
  const { allowed, because } = maySupersede({ ...EARLIER, ...earlier }, { ...LATER, ...later });
  expect([allowed, because[0]?.key, because[0]?.fact]).toEqual([key === 'supersedes', key, fact]);
});

it.each([
  ['moved within bounds', '2019-01-01', []],
  ['moved to the day of the earlier', '2018-01-01', ['effectiveOn']],
  ['taken away', null, ['effectiveOn']],
])('its effective date %s', (_case, effectiveOn, wrong) => {
  expect(wrongEffectiveOn(effectiveOn, [EARLIER]).map(({ fact }) => fact)).toEqual(wrong);
});

it('ends by its own end unless another took its place', () => {
  expect(mayEnd(EARLIER).allowed).toBe(true);
  expect(mayEnd({ ...EARLIER, supersededOn: '2022-04-01' })).toMatchObject({
    allowed: false,
    because: [{ key: 'superseded' }],
  });
});
