import { TableProblem } from './table-problem.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By byte order mark, else by where the zero bytes of western text lie, else UTF-8 until a byte proves otherwise. */
export function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (pairs < 2) return 'utf-8';
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return 'utf-8';
}

/** The text of a file, chunk by chunk. */
export async function* decoded(bytes: AsyncIterable<Buffer>, head: Buffer): AsyncGenerator<string> {
  const encoding = encodingOf(head);
  yield* encoding === 'utf-8' ? utf8OrWindows1252(bytes) : utf16(bytes, encoding);
}

async function* utf16(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const lines = new LineCount();
  try {
    for await (const chunk of bytes) yield lines.passed(decoder.decode(chunk, { stream: true }));
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TableProblem('encoding', `Near line ${lines.now}: not valid UTF-16. Save the file as UTF-8.`, {
      row: lines.now,
    });
  }
}

/**
 * A file whose first byte outside ASCII fits no UTF-8 is read as Windows-1252, of which Latin-1 text is a part. After
 * valid UTF-8 such a byte is damage, and reading it as something else would change names silently.
 */
async function* utf8OrWindows1252(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const windows1252 = new TextDecoder('windows-1252');
  const lines = new LineCount();
  let known: 'ascii' | 'utf-8' | 'windows-1252' = 'ascii';
  let start = true;
  let carry: Buffer = Buffer.alloc(0);

  const decode = (part: Buffer): string => {
    if (known === 'windows-1252') return windows1252.decode(part);
    try {
      const text = utf8.decode(part);
      if (text.length < part.length) known = 'utf-8';
      return text;
    } catch {
      const valid = part.subarray(0, validPrefix(part));
      if (known === 'ascii' && valid.every((byte) => byte < 0x80)) {
        known = 'windows-1252';
        return windows1252.decode(part);
      }
      const line = lines.now + linesIn(valid.toString('utf8'));
      throw new TableProblem('encoding', `Near line ${line}: not valid UTF-8. Save the file as UTF-8.`, { row: line });
    }
  };

  for await (const chunk of bytes) {
    let part = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    if (start && part.subarray(0, 3).equals(BOM)) {
      part = part.subarray(3);
      known = 'utf-8';
    }
    start = false;
    const whole = completeLength(part);
    carry = part.subarray(whole);
    yield lines.passed(decode(part.subarray(0, whole)));
  }
  if (carry.length > 0) yield decode(carry);
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Length without a last character that is cut off by the end of the chunk. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Up to the first byte that is no UTF-8, by halving. */
function validPrefix(bytes: Buffer): number {
  const fits = (length: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return completeLength(bytes.subarray(0, good));
}

const linesIn = (text: string) => text.split('\n').length - 1;

class LineCount {
  now = 1;
  passed(text: string): string {
    this.now += linesIn(text);
    return text;
  }
}
