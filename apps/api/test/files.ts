import { type Part, zip } from './archive.ts';

/** A PDF with a page for each text, a line of the page for each line; an empty text is a page without a text layer. */
export function pdfOf(pages: readonly string[], { trailer = '' } = {}): Buffer {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((text, index) => {
      const content = text === '' ? '72 72 200 200 re f' : `BT /F1 12 Tf 14 TL 72 720 Td ${linesOf(text)} ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + end, 'latin1');
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`)
    .join(' ');

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The parts of a Word document; `more` adds some, or replaces those of its path. */
export function docxParts(paragraphs: readonly string[], more: readonly Part[] = []): Part[] {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join('');
  const parts: Part[] = [
    {
      path: '[Content_Types].xml',
      data: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    { path: '_rels/.rels', data: relations('officeDocument', 'word/document.xml', '') },
    { path: 'word/document.xml', data: `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>` },
  ];
  return [...parts.filter(({ path }) => more.every((one) => one.path !== path)), ...more];
}

export const docxOf = (paragraphs: readonly string[], more: readonly Part[] = []): Buffer =>
  zip(docxParts(paragraphs, more));

/** A part that holds one relationship, an external one unless `mode` says otherwise. */
export const relations = (type: string, target: string, mode = 'TargetMode="External"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}" ${mode}/></Relationships>`;
