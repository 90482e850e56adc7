import { expect, test } from 'vitest';
import { fieldErrors } from './field-errors.ts';

test('a problem of the command lands on its field, as a sentence', () => {
  const fields = [
    { path: 'facts.name', message: 'must not be empty' },
    { path: 'facts.name', message: 'a second problem of the same field' },
    { path: 'reason', message: 'Say why.' },
  ];
  expect(fieldErrors(fields, 'facts')).toEqual({ name: 'Must not be empty.', reason: 'Say why.' });
});

test('no field problems, no errors', () => {
  expect(fieldErrors(undefined)).toEqual({});
});
