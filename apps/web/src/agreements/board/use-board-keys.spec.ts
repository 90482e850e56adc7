import { describe, expect, it } from 'vitest';
import { type At, stepFrom } from './use-board-keys.ts';

describe('a step on the board', () => {
  const lengths = [2, 0, 5, 1];
  it.each<[string, At | undefined, Parameters<typeof stepFrom>[2], At | undefined]>([
    ['without a card in focus leads to the first', undefined, 'next', { column: 0, card: 0 }],
    ['down', { column: 0, card: 0 }, 'next', { column: 0, card: 1 }],
    ['down from the last stays', { column: 0, card: 1 }, 'next', { column: 0, card: 1 }],
    ['up from the first stays', { column: 2, card: 0 }, 'previous', { column: 2, card: 0 }],
    ['right passes over an empty column', { column: 0, card: 1 }, 'right', { column: 2, card: 1 }],
    ['right into a shorter column takes its last card', { column: 2, card: 4 }, 'right', { column: 3, card: 0 }],
    ['left from the first column stays', { column: 0, card: 1 }, 'left', { column: 0, card: 1 }],
  ])('%s', (_, at, step, to) => {
    expect(stepFrom(lengths, at, step)).toEqual(to);
  });

  it('leads nowhere on an empty board', () => {
    expect(stepFrom([0, 0], undefined, 'next')).toBeUndefined();
  });
});
