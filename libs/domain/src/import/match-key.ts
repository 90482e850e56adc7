/** One part of a key: upper case, accents composed or not, and spacing do not make another thing. `|` and `#` are ours. */
export const keyPart = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|#]/g, '\\$&');

/** PostgreSQL refuses index entries over 2,704 bytes; 600 UTF-16 units are at most 1,800 bytes of UTF-8. */
const MAX_KEY = 600;

/** The key, or its beginning and a fingerprint of all of it where it is too long for an index. */
export const boundedKey = (key: string): string =>
  key.length <= MAX_KEY ? key : `${key.slice(0, MAX_KEY - 40).toWellFormed()}~${fingerprint(key)}`;

/** FNV-1a over UTF-16 units, 64 bits: tells long keys apart; protects nothing. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
