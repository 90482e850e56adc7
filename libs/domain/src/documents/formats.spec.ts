import { describe, expect, it } from 'vitest';
import { ACCEPTED, ENDINGS, endingOf, FORMATS, formatOf } from './formats.ts';

describe('formats of documents', () => {
  it('no ending and no media type stands for two', () => {
    expect(new Set(ENDINGS).size).toBe(ENDINGS.length);
    for (const [key, { mediaType }] of Object.entries(FORMATS)) expect(formatOf(mediaType)).toBe(key);
    expect(formatOf('application/zip')).toBeUndefined();
  });

  it('the sentence of what is accepted names each', () => {
    for (const key of Object.keys(FORMATS)) expect(ACCEPTED.toLowerCase()).toContain(key);
  });

  it.each([
    ['BAA.PDF', 'pdf'],
    ['agreement.signed.docx', 'docx'],
    ['notes', ''],
    ['.pdf', ''],
    ['archive.tar.gz', 'gz'],
    ['St. Mary agreement', ''],
    ['trailing.', ''],
  ])('%s ends in "%s"', (name, ending) => {
    expect(endingOf(name)).toBe(ending);
  });
});
