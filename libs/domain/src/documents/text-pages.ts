/*
 * A document's text is its pages joined by one form feed. An offset counts UTF-16 code units of that whole text; a
 * format without pages is one page.
 */
const BETWEEN_PAGES = '\f';

/** Characters 0x80 to 0x9F of Windows-1252: what Unicode has there are controls, which nobody types. */
const WINDOWS_1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Text as it can be stored and counted: one kind of line end, no NUL or other control, no half of a surrogate pair. */
export function storableText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n')
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!)
    .replace(/[^\P{Cc}\t\n]/gu, '\ufffd');
}

export const wholeText = (pages: readonly string[]): string => pages.join(BETWEEN_PAGES);

/** Offset of the first character of each page. */
export function pageOffsets(pages: readonly string[]): number[] {
  let at = 0;
  return pages.map((page) => {
    const offset = at;
    at += page.length + BETWEEN_PAGES.length;
    return offset;
  });
}

/** Number of the page that holds the character at `offset`, 1 for the first; undefined outside the text. */
export function pageAt(pages: readonly string[], offset: number): number | undefined {
  const offsets = pageOffsets(pages);
  const index = offsets.findLastIndex((start) => start <= offset);
  const inside = index >= 0 && offset < offsets[index]! + pages[index]!.length;
  return inside ? index + 1 : undefined;
}

/**
 * The page on which a quote stands, where the text holds exactly these characters at this offset; undefined otherwise.
 * Whatever names a quote was read from a stranger's file: it counts only if it is there.
 */
export function pageOfQuote(pages: readonly string[], offset: number, quote: string): number | undefined {
  if (quote === '' || wholeText(pages).slice(offset, offset + quote.length) !== quote) return undefined;
  return pageAt(pages, offset);
}
