import { FORMATS, type FormatKey } from '@attestry/domain/documents/formats.ts';
import { type ListDocument, type ListReading, readList } from '@attestry/domain/vendors/read-list.ts';
import { DocumentProblem } from '../../../documents/document-problem.ts';
import { TableProblem } from '../../../documents/table-file/table-problem.ts';
import { decodedText } from '../../../documents/text/decoded-text.ts';

declare module '../../../documents/table-file/in-thread.ts' {
  interface Readings {
    'subprocessor-list': typeof readListFile;
  }
}

type Reader = (bytes: Uint8Array, name: string) => Promise<ListDocument>;
const markdown: Reader = async (bytes, name) =>
  (await import('./markdown-tables.ts')).markdownTables(decodedText(bytes, name));

/** Readers are loaded when they are needed: a thread needs one. */
const READERS: Partial<Record<FormatKey, Reader>> = {
  markdown,
  text: markdown,
  csv: async (bytes, name) => (await import('./sheet-tables.ts')).csvTable(bytes, name),
  xlsx: async (bytes, name) => (await import('./sheet-tables.ts')).xlsxTable(bytes, name),
  html: async (bytes, name) => (await import('./html-tables.ts')).htmlTables(decodedText(bytes, name)),
  docx: async (bytes, name) => (await import('./docx-tables.ts')).docxTables(bytes, name),
};

/** A vendor's list from an uploaded file. Runs in a thread: it parses what a stranger wrote. */
export async function readListFile(bytes: Uint8Array, name: string, format: FormatKey): Promise<ListReading> {
  const read = READERS[format];
  if (!read)
    throw new TableProblem(
      'not-a-table',
      `${name} is a ${FORMATS[format].label}, from which no table is read. Upload the list as Markdown, CSV, XLSX, HTML or DOCX.`,
    );
  try {
    return readList(await read(bytes, name));
  } catch (error) {
    if (error instanceof DocumentProblem) throw new TableProblem('encoding', error.message);
    // Elements within elements, some thousands deep: no list of subprocessors is written so.
    if (error instanceof RangeError) throw new TableProblem('broken-file', `${name} is nested too deeply to be read.`);
    throw error;
  }
}
