import { ACCEPTED, endingOf, FORMATS, type FormatKey } from '@attestry/domain/documents/formats.ts';
import { fileTypeFromBuffer } from 'file-type';
import { DocumentProblem } from './document-problem.ts';
import { isBinary } from './table-file/content.ts';
import { encodingOf } from './table-file/decode.ts';

/** Bytes at the beginning that tell what a file is. */
export const HEAD_BYTES = 64 * 1024;

/**
 * What a file is by its content; `archive` is a ZIP that must be looked into. The name decides nothing but which kind
 * of text a text is, and a name that says something else than the content is refused: it would mislead whoever reads
 * the evidence later.
 */
export async function contentOf(head: Buffer, name: string): Promise<FormatKey | 'archive'> {
  if (head.length === 0)
    throw new DocumentProblem(`${name} is empty: it has 0 bytes. Download or export it again, then upload it.`);
  const signature = SIGNATURES.find(([magic]) => startsWith(head, magic))?.[1];
  if (signature === 'archive') return signature;
  if (signature) return agreeing(signature, name);
  const refuse = (what: string) => new DocumentProblem(`${name} is ${what}`);
  const marked = BINARY_MARKS.find(([magic]) => startsWith(head, magic));
  if (marked) throw refuse(marked[1]);
  if (encodingOf(head).startsWith('utf-16') || !isBinary(head)) return textKind(head, name);
  // Only now: two letters such as `BM` or `MZ` at the start of a text are no image and no program.
  const type = await fileTypeFromBuffer(head);
  throw refuse(`of ${type ? `the kind ${type.ext.toUpperCase()} (${type.mime})` : 'an unknown kind'}, ${NOT_KEPT}`);
}

const startsWith = (head: Buffer, magic: string) => head.subarray(0, magic.length).toString('latin1') === magic;
const NOT_KEPT = `which cannot be kept as a document. Upload ${ACCEPTED}.`;

const SIGNATURES: readonly (readonly [string, FormatKey | 'archive'])[] = [
  ['%PDF-', 'pdf'],
  ['PK\u0003\u0004', 'archive'],
  ['\u0089PNG\r\n\u001a\n', 'png'],
  ['\u00ff\u00d8\u00ff', 'jpeg'],
];

const BINARY_MARKS: readonly (readonly [string, string])[] = [
  ['PK\u0005\u0006', 'an empty ZIP archive. Upload the document itself.'],
  [
    '\u00d0\u00cf\u0011\u00e0',
    'an Office file of the old kind (.doc, .xls), or one with a password. Save it as .docx, .xlsx or PDF without a password, then upload it.',
  ],
];

/** The format, unless the name ends like another one. */
export function agreeing(format: FormatKey, name: string): FormatKey {
  const said = ofEnding(name);
  if (!said || said === format) return format;
  throw new DocumentProblem(
    `${name} is a ${FORMATS[format].label}, not the ${FORMATS[said].label} that its name says. Check that it is the right file; if it is, end its name in .${FORMATS[format].endings[0]} and upload it.`,
  );
}

const ofEnding = (name: string): FormatKey | undefined =>
  (Object.keys(FORMATS) as FormatKey[]).find((key) =>
    (FORMATS[key].endings as readonly string[]).includes(endingOf(name)),
  );

const TEXTS: readonly FormatKey[] = ['html', 'markdown', 'csv', 'text'];

/** Text can be called by any kind of text. Called anything else, or nothing, it is what it looks like. */
function textKind(head: Buffer, name: string): FormatKey {
  const said = ofEnding(name);
  if (said && TEXTS.includes(said)) return said;
  const beginning = head.subarray(0, 4_096).toString('latin1').replaceAll('\u0000', '');
  const [, looks] = LOOKS.find(([mark]) => mark.test(beginning.replace(/^(ï»¿|ÿþ|þÿ)?\s*/, ''))) ?? [];
  if (said)
    throw new DocumentProblem(
      `${name} is ${looks ?? 'plain text'}, not the ${FORMATS[said].label} that its name says. Choose the ${FORMATS[said].label} itself.`,
    );
  if (endingOf(name) === '' && (!looks || looks === WEB_PAGE)) return looks ? 'html' : 'text';
  throw new DocumentProblem(`${name} is ${looks ?? 'plain text'}, ${looks === E_MAIL ? PRINT : NOT_KEPT}`);
}

const WEB_PAGE = 'a web page';
const E_MAIL = 'an e-mail or a saved web archive';
const PRINT = 'which cannot be kept as a document. Save its attachment, or print it as PDF, and upload that.';

const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i, WEB_PAGE],
  [/^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*)*?(mime-version|message-id|received):/i, E_MAIL],
  [/^\{\\rtf/, 'a rich text file'],
  [/^<\?xml/i, 'an XML file'],
  [/^[[{]\s*["{[\]}]/, 'JSON data'],
];
