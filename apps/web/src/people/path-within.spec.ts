import { expect, test } from 'vitest';
import { pathWithin } from './path-within.ts';

test.each([
  ['/ai-systems?q=scribe#history', '/ai-systems?q=scribe#history'],
  ['//evil.example/steal', '/'],
  ['/.//evil.example', '/'],
  ['ai-systems', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
])('after sign-in %j leads to %j', (address, path) => {
  expect(pathWithin(address, 'https://attestry.example')).toBe(path);
});
