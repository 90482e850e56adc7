import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strangersIn } from './strangers.mjs';

const found = (file, text) => strangersIn(new Map([[file, text]]), '/home/ann/attestry');

test('ordinary text is left alone', () => {
  assert.deepEqual(found('README.md', 'See docs/work/flow.md, /var/lib/attestry and https://example.org/work/a'), []);
});

for (const text of [
  `const root = '/${'work'}/main';`,
  '/home/ann/attestry/dist',
  `https://registry.${'npmjs'}.org/pg`,
]) {
  test(`red for ${text}`, () => assert.equal(found('a.ts', text).length, 1));
}

test('the lock file names no address to fetch from', () => {
  const lock = (entry) => JSON.stringify({ packages: { 'node_modules/pg': entry } });
  assert.deepEqual(found('package-lock.json', lock({ version: '8.0.0' })), []);
  assert.deepEqual(found('package-lock.json', lock({ resolved: 'apps/api', link: true })), []);
  assert.equal(found('package-lock.json', lock({ resolved: 'https://example.org/pg.tgz' })).length, 1);
});
