import { describe, expect, it } from 'vitest';
import { widthOf, wrapped } from './wrap-text.ts';

const WIDTH = 120;

describe('a text in a box', () => {
  it.each([
    ['a short name', 'Cloudflare', 3, ['Cloudflare']],
    ['a name that breaks between words', 'Mailgun Technologies Inc.', 3, ['Mailgun', 'Technologies Inc.']],
    ['nothing', '  ', 3, []],
  ])('%s', (_, text, most, lines) => {
    expect(wrapped(text, WIDTH, 13, most)).toEqual(lines);
  });

  it.each([
    ['one long word', 'Donaudampfschifffahrtsgesellschaftskapitänsmütze'],
    ['a sentence', 'Third-party hosting provider for workflow orchestration if electing to use a managed cloud'],
    ['characters of another script', '東京都渋谷区のクラウド事業者による大規模言語モデルの運用と保守'],
    ['marks outside the basic plane', '𝒜𝒷𝒸𝒹ℯ𝒻ℊ𝒽𝒾𝒿𝓀𝓁𝓂𝓃ℴ𝓅𝓆𝓇𝓈𝓉'],
  ])('%s stays within its width and its lines, and loses nothing without an ellipsis', (_, text) => {
    for (const most of [1, 2, 12]) {
      const lines = wrapped(text, WIDTH, 13, most);
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(WIDTH);
      const said = lines.join('').replaceAll(/\s/g, '');
      const whole = text.replaceAll(/\s/g, '');
      if (said.endsWith('…')) expect(whole.startsWith(said.slice(0, -1))).toBe(true);
      else expect(said).toBe(whole);
    }
  });
});
