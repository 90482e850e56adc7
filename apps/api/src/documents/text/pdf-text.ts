import { DocumentProblem } from '../document-problem.ts';
import { withPdf } from '../opened-pdf.ts';
import { checkLength, type TextRead } from './text-read.ts';

const MAX_PAGES = 10_000;

/** The text layer, page by page in reading order as the file gives it. */
export async function pdfText(bytes: Uint8Array, name: string): Promise<TextRead> {
  const read = await withPdf(bytes, async (pdf) => {
    if (pdf.numPages > MAX_PAGES)
      throw new DocumentProblem(`${name} has ${pdf.numPages} pages; the text of at most ${MAX_PAGES} is read.`);
    const pages: string[] = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
      page.cleanup();
      characters += text.length;
      checkLength(characters, name);
      pages.push(text);
    }
    return { pages, pageCount: pages.length };
  });
  if (read === 'password')
    throw new DocumentProblem(`${name} needs a password. Remove the password and upload it again.`);
  if (read === 'damaged') throw new DocumentProblem(`${name} is damaged and cannot be read. Export it again.`);
  return read;
}
