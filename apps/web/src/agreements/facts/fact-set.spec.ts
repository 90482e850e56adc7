import { agreementTerms } from '@attestry/domain/agreements/facts.ts';
import { expect, it } from 'vitest';
import { TERM_GROUPS } from './fact-set.ts';

it('asks for every term exactly once', () => {
  const asked = TERM_GROUPS.flatMap(({ facts }) => facts);
  expect([...asked].sort()).toEqual(Object.keys(agreementTerms.shape).sort());
});
