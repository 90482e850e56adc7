import { expect, it } from 'vitest';
import { filterOf, readAgreementsSearch } from './register-search.ts';

it('reads an address as people edit it, and leaves out what is no answer', () => {
  expect(
    readAgreementsSearch({
      view: 'register',
      within: ['90', '12'],
      open: 'no',
      sort: 'stage',
      stage: 'ended',
      tab: 'x',
    }),
  ).toEqual({ view: 'register', within: ['90'], sort: 'stage', stage: ['ended'] });
  expect(readAgreementsSearch({ view: 'list' })).toEqual({});
});

it('asks for the longest span, for who has no owner, and for open obligations', () => {
  expect(filterOf({ within: ['30', '180'], owner: ['-', 'L. Nakamura'], open: ['yes'] })).toEqual({
    expiringWithinDays: 180,
    owner: ['', 'L. Nakamura'],
    obligationsOpen: true,
  });
});
