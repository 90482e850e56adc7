import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsIn } from './test-counts.mjs';

test('counts of Vitest', () => {
  const output =
    ' Test Files  1 failed | 2 passed (3)\n      \u001b[2mTests\u001b[22m  2 failed | 30 passed | 1 skipped (33)\n';
  assert.deepEqual(countsIn(output), { passed: 30, failed: 2, skipped: 1 });
});

test('counts of node --test', () => {
  assert.deepEqual(countsIn('ℹ tests 7\nℹ pass 4\nℹ fail 2\nℹ skipped 1\n'), { passed: 4, failed: 2, skipped: 1 });
});

test('a run that says nothing counts nothing', () => {
  assert.deepEqual(countsIn('3 passed by the window'), { passed: 0, failed: 0, skipped: 0 });
});
