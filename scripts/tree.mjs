import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The text files of the repository, tracked or about to be: path relative to the root → text. */
export function readTree(root) {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = listing.split('\0').filter((file) => file && existsSync(path.join(root, file)));
  const texts = files.map((file) => [file, readFileSync(path.join(root, file))]);
  return new Map(texts.filter(([, bytes]) => !bytes.includes(0)).map(([file, bytes]) => [file, bytes.toString()]));
}
