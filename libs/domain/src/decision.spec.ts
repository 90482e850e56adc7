import { expect, it } from 'vitest';
import { no, yes } from './decision.ts';

it('a decision carries what decided it', () => {
  const reason = { key: 'k', text: 'Because.' };
  expect(yes(reason)).toEqual({ allowed: true, because: [reason] });
  expect(no(reason, reason)).toEqual({ allowed: false, because: [reason, reason] });
});
