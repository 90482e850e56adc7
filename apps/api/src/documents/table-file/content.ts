import { fileTypeFromBuffer } from 'file-type';
import { encodingOf } from './decode.ts';
import { TableProblem } from './table-problem.ts';

/** What a file is by its content; its name and declared type are the sender's word. */
export async function contentOf(head: Buffer, name: string): Promise<'csv' | 'xlsx'> {
  if (head.length === 0) throw new TableProblem('empty', `${name} is empty.`);
  const refuse = (what: string) => new TableProblem('not-a-table', `${name} is ${what}. Upload a CSV or XLSX file.`);
  if (startsWith(head, 'PK\u0003\u0004')) return 'xlsx';
  if (startsWith(head, 'PK\u0005\u0006')) throw refuse('an empty ZIP archive');
  if (startsWith(head, '\u00d0\u00cf\u0011\u00e0'))
    throw refuse('an old Excel or Word file (.xls, .doc); save it as .xlsx');
  const beginning = head
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^(ï»¿)?\s*/, '');
  const marked = MARKS.find(([mark]) => mark.test(beginning));
  if (marked) throw refuse(marked[1]);
  if (encodingOf(head).startsWith('utf-16') || !isBinary(head)) return 'csv';
  // Only now: two letters such as `BM` or `MZ` at the start of a text are no image and no program.
  const type = await fileTypeFromBuffer(head);
  throw refuse(type ? `a ${type.ext.toUpperCase()} file (${type.mime})` : 'a binary file and no table');
}

const startsWith = (head: Buffer, magic: string) => head.subarray(0, magic.length).toString('latin1') === magic;

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'a PDF file'],
  [/^\{\\rtf/, 'a rich text file'],
  [
    /^<(!doctype html|html|head|body|table|meta)\b/i,
    'a web page (some programs export those as .xls); save it as .xlsx',
  ],
  [/^<\?xml/i, 'an XML file'],
  [/^[[{]\s*["{[\]}]/, 'a JSON file'],
];

/** Text has hardly any control characters; a stray NUL in a cell is an error of its row, not of the file. */
export function isBinary(head: Buffer): boolean {
  let controls = 0;
  let nuls = 0;
  for (const byte of head) {
    if (byte === 0) nuls++;
    else if (byte < 32 && !(byte >= 9 && byte <= 13)) controls++;
  }
  return controls > head.length * 0.05 || (nuls > head.length * 0.1 && nuls > 16);
}
