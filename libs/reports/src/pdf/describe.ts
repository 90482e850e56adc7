import { openPdf, type PdfFile } from './pdf-file.ts';

export interface PdfDescription {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The instant the document states as its creation, ISO 8601: given, so that equal input makes equal bytes. */
  readonly createdAt: string;
}

/**
 * Adds what Chromium leaves out: XMP metadata with title, language and PDF/UA part 1, and dates that were given instead
 * of the clock's. It is appended as an incremental update (ISO 32000-1, 7.5.6): nothing is parsed, rewritten or held in
 * memory but four small objects, whatever the length of the document.
 */
export async function describePdf(
  path: string,
  description: PdfDescription,
): Promise<{ pages: number; bytes: number }> {
  const pdf = await openPdf(path);
  try {
    const catalog = await pdf.read(pdf.root);
    const pages = await pageCount(pdf, catalog);
    const bytes = await append(pdf, [
      [pdf.info, infoDictionary(description)],
      [pdf.root, catalog.replace(/>>$/, `/Metadata ${pdf.objectCount} 0 R>>`)],
      [pdf.objectCount, xmpStream(description)],
    ]);
    await forgetTheClock(pdf);
    return { pages, bytes };
  } finally {
    await pdf.close();
  }
}

async function pageCount(pdf: PdfFile, catalog: string): Promise<number> {
  const tree = await pdf.read(Number(/\/Pages (\d+) 0 R/.exec(catalog)?.[1]));
  const count = Number(/\/Count (\d+)/.exec(tree)?.[1]);
  if (!(count > 0)) throw new Error('The PDF has no pages');
  return count;
}

/** Writes the objects behind the document with a table of their own; returns the new size. */
async function append(pdf: PdfFile, objects: readonly (readonly [number: number, body: string])[]): Promise<number> {
  let position = pdf.size;
  let update = '';
  const entries: [number, number][] = [];
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    const text = `${number} 0 obj\n${body}\nendobj\n`;
    entries.push([number, position]);
    update += text;
    position += Buffer.byteLength(text, 'latin1');
  }
  const table = entries
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('');
  const size = pdf.objectCount + 1;
  update += `xref\n0 1\n0000000000 65535 f \n${table}trailer\n`;
  update += `<</Size ${size}\n/Root ${pdf.root} 0 R\n/Info ${pdf.info} 0 R\n/Prev ${pdf.startXref}>>\n`;
  update += `startxref\n${position}\n%%EOF\n`;
  await pdf.handle.write(Buffer.from(update, 'latin1'), 0, null, pdf.size);
  return pdf.size + update.length;
}

/** The dates in the first, replaced information object too: equal input, equal bytes. */
async function forgetTheClock(pdf: PdfFile) {
  const info = await pdf.read(pdf.info);
  const quiet = info.replace(/\(D:\d{14}/g, '(D:19700101000000');
  const start = `${pdf.info} 0 obj\n`.length + (await pdf.offsetOf(pdf.info));
  if (quiet.length === info.length) await pdf.handle.write(Buffer.from(quiet, 'latin1'), 0, null, start);
}

function infoDictionary({ title, author, createdAt }: PdfDescription): string {
  const date = `(D:${instant(createdAt).replace(/\D/g, '').slice(0, 14)}Z)`;
  return `<</Title ${hexText(title)}\n/Author ${hexText(author)}\n/Creator (Attestry)\n/Producer (Chromium, Skia/PDF)\n/CreationDate ${date}\n/ModDate ${date}>>`;
}

const instant = (iso: string) => new Date(iso).toISOString();

/** A text string as UTF-16BE in hexadecimal: nothing in it can end it. */
function hexText(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

function xmpStream({ title, author, language, createdAt }: PdfDescription): string {
  const at = `${instant(createdAt).slice(0, 19)}Z`;
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${xml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Attestry</xmp:CreatorTool><xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate>
<pdf:Producer>Chromium, Skia/PDF</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  const bytes = Buffer.from(packet, 'utf8').toString('latin1');
  return `<</Type /Metadata\n/Subtype /XML\n/Length ${bytes.length}>> stream\n${bytes}\nendstream`;
}

/** Text for XML 1.0, which has no control characters. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
