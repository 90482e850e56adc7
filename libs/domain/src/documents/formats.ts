/** Largest file that may be uploaded as a document, in bytes. */
export const MAX_DOCUMENT_BYTES = 100 * 1024 * 1024;
/** Longest text that is read from a document, in UTF-16 code units: ten times a long SOC 2 report. */
export const MAX_TEXT = 4_000_000;

/** What may be uploaded as evidence. `endings`: what a name may end in without saying something else than the content. */
export const FORMATS = {
  pdf: { label: 'PDF', mediaType: 'application/pdf', endings: ['pdf'] },
  docx: {
    label: 'Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: {
    label: 'Excel workbook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
  },
  html: { label: 'web page', mediaType: 'text/html', endings: ['html', 'htm', 'xhtml'] },
  markdown: { label: 'Markdown text', mediaType: 'text/markdown', endings: ['md', 'markdown'] },
  csv: { label: 'CSV table', mediaType: 'text/csv', endings: ['csv', 'tsv'] },
  text: { label: 'text', mediaType: 'text/plain', endings: ['txt', 'text', 'log'] },
  png: { label: 'PNG picture', mediaType: 'image/png', endings: ['png'] },
  jpeg: { label: 'JPEG picture', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'] },
} as const satisfies Record<string, Format>;

export interface Format {
  readonly label: string;
  readonly mediaType: string;
  readonly endings: readonly string[];
}
export type FormatKey = keyof typeof FORMATS;

/** `PDF, DOCX, XLSX, HTML, Markdown, CSV, text, PNG or JPEG`: said where something else was chosen. */
export const ACCEPTED = 'PDF, DOCX, XLSX, HTML, Markdown, CSV, text, PNG or JPEG';

/** `.pdf,.docx,…`: what a file chooser offers. */
export const ENDINGS = Object.values(FORMATS).flatMap(({ endings }) => endings.map((ending) => `.${ending}`));

/** The format of a media type as we record it; undefined for any other. */
export const formatOf = (mediaType: string): FormatKey | undefined =>
  (Object.keys(FORMATS) as FormatKey[]).find((key) => FORMATS[key].mediaType === mediaType);

/** The ending of a file's name in lower case, without its dot; empty where it has none. */
export const endingOf = (name: string): string => /[^.]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
