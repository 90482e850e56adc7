import { describe, expect, it } from 'vitest';
import { LINE, line, PROSE, prose, reason } from './text.ts';

describe('text that is kept for years', () => {
  it.each<[string, string, boolean]>([
    ['plain', 'Scribe', true],
    ['emoji, right to left, combining', '👩‍⚕️ שלום ẗ', true],
    ['a formula', '=cmd|calc', true],
    ['NUL', 'a\u0000b', false],
    ['first half of a pair', 'a\ud83d', false],
    ['second half of a pair', '\ude00a', false],
    ['5 MB', 'x'.repeat(5_000_000), false],
  ])('%s', (_case, text, accepted) => {
    expect(line().safeParse(text).success).toBe(accepted);
    expect(prose().safeParse(text).success).toBe(accepted);
  });

  it('is trimmed before it is measured', () => {
    expect(line().parse(` ${'x'.repeat(LINE)} `)).toHaveLength(LINE);
    expect(line().safeParse('x'.repeat(LINE + 1)).success).toBe(false);
    expect(prose().parse(` ${'x'.repeat(PROSE)}\n`)).toHaveLength(PROSE);
    expect(prose().safeParse('x'.repeat(PROSE + 1)).success).toBe(false);
  });

  it('is empty only where that means "nothing said"', () => {
    expect(prose().parse('  ')).toBe('');
    for (const blank of ['', '  ', '\n\t']) {
      expect(line().safeParse(blank).success).toBe(false);
      expect(reason.safeParse(blank).success).toBe(false);
    }
  });

  it('says the limit', () => {
    expect(prose(300).safeParse('x'.repeat(301)).error?.issues[0]?.message).toBe('must be at most 300 characters');
  });
});
