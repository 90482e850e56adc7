import type { FormatKey } from '@attestry/domain/documents/formats.ts';
import { storableText } from '@attestry/domain/documents/text-pages.ts';
import { decodedText } from './decoded-text.ts';
import { checkLength, type TextRead } from './text-read.ts';

type Reader = (bytes: Uint8Array, name: string) => Promise<TextRead>;

/** Readers are loaded when they are needed: most threads need one. */
const READERS: Partial<Record<FormatKey, Reader>> = {
  pdf: async (bytes, name) => (await import('./pdf-text.ts')).pdfText(bytes, name),
  docx: async (bytes, name) => onePage(await (await import('./docx-text.ts')).docxText(bytes, name)),
  html: async (bytes, name) => onePage((await import('./html-text.ts')).htmlText(decodedText(bytes, name))),
  xlsx: async (bytes, name) => (await import('./xlsx-text.ts')).xlsxText(bytes, name),
  markdown: async (bytes, name) => onePage(decodedText(bytes, name)),
  csv: async (bytes, name) => onePage(decodedText(bytes, name)),
  text: async (bytes, name) => onePage(decodedText(bytes, name)),
};

const onePage = (text: string): TextRead => ({ pages: [text], pageCount: null });

/** The text of a file, ready to be stored. Throws a `DocumentProblem` where it cannot be read. */
export async function textOf(bytes: Uint8Array, name: string, format: FormatKey): Promise<TextRead> {
  const read = await READERS[format]?.(bytes, name);
  const pages = (read?.pages ?? []).map(storableText);
  checkLength(
    pages.reduce((sum, page) => sum + page.length, 0),
    name,
  );
  const isBlank = pages.every((page) => page.trim() === '');
  return { pages: isBlank ? [] : pages, pageCount: read?.pageCount ?? null };
}
