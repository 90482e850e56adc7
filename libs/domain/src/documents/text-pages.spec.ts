import { describe, expect, it } from 'vitest';
import { pageAt, pageOffsets, pageOfQuote, storableText, wholeText } from './text-pages.ts';

describe('storableText', () => {
  it.each([
    ['line ends of Windows and of old Macs', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a form feed inside a page, which would count as its end', 'a\fb', 'a\nb'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'a\nb\nc'],
    [
      'Windows-1252 that somebody read as Latin-1',
      'Scribe\u0099 \u0093now\u0094\u0085 \u0081',
      'Scribe™ “now”… \ufffd',
    ],
    ['NUL', 'a\u0000b', 'a\ufffdb'],
    ['other controls', 'a\u0007b\u001bc\u007f', 'a\ufffdb\ufffdc\ufffd'],
    ['half of a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['a tab and a whole surrogate pair, which stay', 'a\t😀b', 'a\t😀b'],
  ])('%s', (_, text, stored) => {
    expect(storableText(text)).toBe(stored);
  });
});

const PAGES = ['First page.', '', 'Third 😀 page.'];

describe('pages and offsets', () => {
  it('an offset counts UTF-16 code units of the pages joined by one form feed', () => {
    expect(wholeText(PAGES)).toBe('First page.\f\fThird 😀 page.');
    expect(pageOffsets(PAGES)).toEqual([0, 12, 13]);
    for (const [index, offset] of pageOffsets(PAGES).entries())
      expect(wholeText(PAGES).slice(offset, offset + PAGES[index]!.length)).toBe(PAGES[index]);
  });

  it.each([
    ['the first character', 0, 1],
    ['the last of a page', 10, 1],
    ['the form feed between two pages', 11, undefined],
    ['an empty page', 12, undefined],
    ['the first of the third page', 13, 3],
    ['the last of all', 26, 3],
    ['behind the end', 27, undefined],
    ['before the start', -1, undefined],
  ])('%s', (_, offset, page) => {
    expect(pageAt(PAGES, offset)).toBe(page);
  });

  it('of a text without pages is one page, of no text none', () => {
    expect(pageAt(['abc'], 2)).toBe(1);
    expect(pageAt([], 0)).toBeUndefined();
  });
});

describe('a quote', () => {
  it.each([
    ['where it stands', 19, '😀 page', 3],
    ['one character beside it', 18, '😀 page', undefined],
    ['that is nowhere', 19, 'Third page', undefined],
    ['in other letters', 0, 'first page', undefined],
    ['of nothing', 0, '', undefined],
    ['behind the end', 500, 'page', undefined],
  ])('%s', (_, offset, quote, page) => {
    expect(pageOfQuote(PAGES, offset, quote)).toBe(page);
  });
});
