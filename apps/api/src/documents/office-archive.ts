import { DocumentProblem } from './document-problem.ts';
import { reachingOut } from './office-relationships.ts';
import { type Bytes, type Entry, entriesOf, inflatesAsStated } from './zip-archive.ts';

/** Of all entries together. Pictures hardly shrink: an honest file of 100 MB stays far below. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
const MAX_RATIO = 100;
const MAX_SMALL_PART = 2_000_000;

/**
 * Which Office document a ZIP is. Throws a `DocumentProblem` for any other archive, and for one that would unpack beyond
 * the limits, names files outside of itself, or fetches something when it is opened.
 */
export async function officeFormat(bytes: Bytes, name: string): Promise<'docx' | 'xlsx'> {
  const damaged = `${name} is damaged: it is no whole ZIP archive, or parts of it are not what its directory says. Open it in Office and save it again, then upload it.`;
  const entries = await entriesOf(bytes);
  if (!entries) throw new DocumentProblem(damaged);
  checkNames(entries, name);
  checkSizes(entries, bytes.size, name);
  const parts = new Map<string, string>();
  for (const entry of entries) {
    const part = new Part(entry);
    if (!(await inflatesAsStated(bytes, entry, (chunk) => part.see(chunk)))) throw new DocumentProblem(damaged);
    if (part.declaresEntities)
      throw new DocumentProblem(
        `${name} is no document of Office: its XML declares entities, which Office never does.`,
      );
    if (part.text !== undefined) parts.set(entry.path, part.text);
  }
  const kind = kindOf(parts.get('[Content_Types].xml') ?? '', entries, name);
  for (const [path, text] of parts) if (path.endsWith('.rels')) checkRelationships(text, name);
  return kind;
}

/** Names that a careless unpacker would write beside its folder, or write twice. */
function checkNames(entries: readonly Entry[], name: string): void {
  const strange = entries.find(({ path }) => /(^|\/)\.\.(\/|$)|[\u0000-\u001f\\]|^\/|^[a-z]:/i.test(path));
  const twice = new Set(entries.map(({ path }) => path.toLowerCase())).size < entries.length;
  if (strange || twice)
    throw new DocumentProblem(
      `${name} is an archive that ${strange ? 'names files outside of itself' : 'names a file twice'}, which no Office document does.`,
    );
}

function checkSizes(entries: readonly Entry[], size: number, name: string): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MAX_UNPACKED_BYTES || unpacked > size * MAX_RATIO)
    throw new DocumentProblem(
      `${name} would unpack to ${megabytes(unpacked)}; at most ${megabytes(MAX_UNPACKED_BYTES)} and ${MAX_RATIO} times its size are read. Save it as PDF, or split it.`,
    );
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

/** An entry as it is inflated: XML that Office reads is searched for a DTD, and small parts that say what is what are kept. */
class Part {
  declaresEntities = false;
  text: string | undefined;
  private readonly isXml: boolean;
  private before = '';

  constructor({ path, unpacked }: Entry) {
    this.isXml = /^(word|xl)\/.*\.xml$|\.rels$|^\[Content_Types\]\.xml$/i.test(path);
    if (unpacked <= MAX_SMALL_PART && /\.rels$|^\[Content_Types\]\.xml$/i.test(path)) this.text = '';
  }

  see(chunk: Buffer): void {
    if (!this.isXml) return;
    const text = this.before + chunk.toString('latin1');
    // UTF-16 would hide it; no writer of these parts uses that.
    this.declaresEntities ||= /<!(DOCTYPE|ENTITY)|\u0000/i.test(text);
    this.before = text.slice(-16);
    if (this.text !== undefined) this.text += chunk.toString('latin1');
  }
}

function kindOf(contentTypes: string, entries: readonly Entry[], name: string): 'docx' | 'xlsx' {
  const has = (path: RegExp) => entries.some((entry) => path.test(entry.path));
  const refuse = (what: string) => new DocumentProblem(`${name} ${what}`);
  if (has(/vbaProject\.bin$/i) || /macroEnabled/i.test(contentTypes))
    throw refuse('holds macros, which are programs. Save it as .docx, .xlsx or PDF, then upload it.');
  if (/wordprocessingml\.document\.main\+xml/.test(contentTypes) && has(/^word\/document\d*\.xml$/)) return 'docx';
  if (/spreadsheetml\.sheet\.main\+xml/.test(contentTypes) && has(/^xl\/workbook\.xml$/)) return 'xlsx';
  if (/presentationml/.test(contentTypes) || has(/^content\.xml$/))
    throw refuse('is an Office file of a kind that is not read here. Save it as PDF or .docx, then upload it.');
  throw refuse('is a ZIP archive without a Word document or a workbook. Unpack it and upload the documents in it.');
}

function checkRelationships(text: string, name: string): void {
  const found = reachingOut(text);
  if (found)
    throw new DocumentProblem(
      `${name} fetches ${found} from another place whenever it is opened. ${found === 'its template' ? 'In Word, detach the template under Developer, Document Template' : 'In Word, break the link under File, Info, Edit links to files'}, or save the document as PDF; then upload it.`,
    );
}
