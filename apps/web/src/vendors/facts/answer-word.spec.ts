import type { YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';
import { expect, it } from 'vitest';
import { anyOf } from './answer-word.tsx';

it.each<[string, YesNoUnknown[], YesNoUnknown]>([
  ['one service that does', ['no', 'yes', 'unknown'], 'yes'],
  ['no service that does, and all are known', ['no', 'no'], 'no'],
  ['one is not known', ['no', 'unknown'], 'unknown'],
  ['no service is recorded', [], 'unknown'],
])('of a vendor with %s', (_, answers, answer) => {
  expect(anyOf(answers)).toBe(answer);
});
