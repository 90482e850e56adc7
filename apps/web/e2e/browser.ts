import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Chromium: the configured one, else an installed one, else the npm-shipped one. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath:
      process.env.PUPPETEER_EXECUTABLE_PATH ?? INSTALLED.find((path) => existsSync(path)) ?? (await shipped()),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-dev-shm-usage', '--disable-gpu'],
  });
}

const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/** The package unpacks to `$TMPDIR/chromium` and takes whatever lies there, of any version: each version gets its own. */
async function shipped(): Promise<string> {
  const manifest = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build.*$/, 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const home = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'attestry', `journeys-${version}`);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = home;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
