import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { commandOf, descendantsOf, isAlive } from './processes.ts';
import { freshDirectory, type Server, startServer } from './server.ts';

/*
 * Started, used, stopped with Ctrl-C right after a PDF, started again: what a person's own machine goes through.
 */

const LINUX = process.platform === 'linux';
const PASSWORD = 'seven lanterns over the quiet harbor';
const dataDir = freshDirectory();
let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ dataDir, host: '0.0.0.0' }), launchBrowser()]);
  context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const addresses = Object.values(networkInterfaces())
  .flat()
  .filter((one) => one && one.family === 'IPv4' && !one.internal)
  .map((one) => one!.address);

test.skipIf(addresses.length === 0)('the page opens by IP address as well', async () => {
  const { port } = new URL(server.base);
  await page.goto(`http://${addresses[0]}:${port}/`);
  await heading(/waiting to be set up/).waitFor();
});

test('a report is built for a sample organization', async () => {
  await page.goto(server.setUpLink!.replace(/^http:\/\/[^/]+/, server.base));
  await page.getByLabel('Organization').fill('Northfield Clinics');
  await page.getByLabel('Your name').fill('Dana Okafor');
  await page.getByLabel('Your e-mail').fill('dana@northfield.example');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('button', { name: 'Fill with a sample' }).click();
  await heading(/^Today/).waitFor({ timeout: 60_000 });
  await page.goto(`${server.base}/reports`);
  await page.getByRole('button', { name: 'Order a report' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Order' }).click();
  await page.getByRole('link', { name: /^PDF/ }).first().waitFor({ timeout: 60_000 });
});

test.runIf(LINUX)('Ctrl-C right after a PDF ends all of it within 10 s, Chromium too', async () => {
  const below = descendantsOf(server.pid);
  expect(below.filter((pid) => /chrom/i.test(commandOf(pid))).length).toBeGreaterThan(0);
  const began = Date.now();
  expect(await server.stop('keep')).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  await delay(200);
  expect(below.filter(isAlive).map(commandOf)).toEqual([]);
});

test('the next start finds the data, and prints no set-up link', async () => {
  server = await startServer({ dataDir });
  expect(server.setUpLink).toBeUndefined();
  await context.clearCookies();
  await page.goto(`${server.base}/ai-systems`);
  await page.getByLabel(/e-mail/i).fill('dana@northfield.example');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText(/44 systems in this list/).waitFor();
});

test('the sealed log of both runs verifies from a second terminal', async () => {
  const attestry = resolve(import.meta.dirname, '../../api/dist/attestry.js');
  await delay(1_500);
  const said = execFileSync(process.execPath, [attestry, 'verify-log'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ATTESTRY_DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  expect(said).toMatch(/^Verified \d+ events of 1 organizations: nothing is wrong\./);
});
