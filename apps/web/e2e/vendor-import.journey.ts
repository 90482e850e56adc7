import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joined, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { checkImport, importFile } from './importing.ts';
import { csvFile } from './made-up.ts';
import { newPerson, setUp } from './people.ts';
import { type Server, startServer } from './server.ts';

/*
 * Vendors from files, told in order on one server: a list of ours, a later one, and the 900 rows of a published one.
 */

const FEDERAL = resolve(
  import.meta.dirname,
  '../../../../shared/data/inventories/2025_consolidated_COTS_AI_use_cases.csv',
);

const LIST = [
  ['Vendor', 'Product', 'Description', 'PHI', 'Tier', 'Contact e-mail'],
  ['Lumen Voice', 'Dictation, Coding', 'Visit notes', 'Yes', 'High', 'baa@lumen.example'],
  ['Lumen Voice', 'Dictation', 'Letters', 'perhaps', '', ''],
  ['Abridge', 'Scribe', 'Visit notes', 'Yes', 'Low', ''],
  ['Various', 'Maps', '', '', '', ''],
];

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  ({ page } = await newPerson(browser, server));
  await setUp(page, server);
});
beforeEach(({ onTestFailed }) =>
  onTestFailed(async ({ task }) => {
    const picture = joined(tmpdir(), `attestry-journey-${task.name.slice(0, 40).replace(/\W+/g, '-')}.png`);
    await page?.screenshot({ path: picture });
    console.error(`The page when it failed: ${picture}`);
  }),
);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const importVendors = (path: string) => importFile(page, path, '/vendors/import');
const row = (name: RegExp) => page.getByRole('row', { name });

test('a list of vendors is imported: its columns, what each row becomes, the register', async () => {
  await page.goto('/vendors/import');
  await page.getByText('None yet.').waitFor();
  await expectAccessible(page);
  await importVendors(await csvFile('vendors.csv', LIST));
  await page.getByLabel('A cell can list several').check();
  await expectAccessible(page);
  await checkImport(page);
  await page.getByText('This would record 2 vendors: 2 new, 0 changed; 3 services: 3 new, 0 changed.').waitFor();
  await row(/^5 /).getByText('“Various” names no vendor').waitFor();
  await page.getByRole('button', { name: '1 of these with a remark' }).click();
  await row(/^3 /).getByText('“perhaps” is not one of the known answers').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record 2 vendors and 3 services' }).click();
  await page.getByText('Recorded: 2 new vendors and 3 new services. 1 row could not be imported.').waitFor();
  await page.getByRole('button', { name: /New$/ }).click();
  await row(/^2 /).getByRole('link', { name: 'Lumen Voice' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lumen Voice' }).waitFor();
});

test('a name that is only alike is pointed out in a later file, and offered for merging', async () => {
  await importVendors(await csvFile('later.csv', [LIST[0]!, ['Lumen-Voice', 'Scribe', '', '', '', ''], LIST[3]!]));
  await checkImport(page);
  await page.getByRole('button', { name: '1 of these with a remark' }).click();
  await row(/^2 /).getByText('Looks like “Lumen Voice” on record.').waitFor();
  await page.getByRole('button', { name: 'Record 1 vendor and 1 service' }).click();
  await page.getByText('1 pair of vendors in the register looks alike. Nothing was merged').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'look at likely duplicates' }).click();
  await page.getByRole('heading', { level: 1, name: 'Likely duplicates' }).waitFor();
});

test('an import is taken back, and is no import of AI systems', async () => {
  await page.goto('/vendors/import');
  await page.getByRole('link', { name: 'later.csv' }).click();
  await page.getByRole('button', { name: 'Undo this import…' }).click();
  await page.getByText('1 vendor and 1 service that it made leave the register').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take back 2 changes' }).click();
  await page.getByText('This import was taken back. 1 service and 1 vendor withdrawn.').waitFor();
  await page.goto(page.url().replace('/vendors/', '/ai-systems/'));
  await page.getByText('There is no such import').waitFor();
});

test.skipIf(!existsSync(FEDERAL))(
  'the published list of commercial products is imported [needs ../shared/data]',
  async () => {
    await importVendors(FEDERAL);
    await checkImport(page);
    await page.getByText('This would record 302 vendors: 302 new').waitFor();
    await page.getByRole('button', { name: 'Record 302 vendors and 302 services' }).click();
    await page.getByText('Recorded: 302 new vendors and 302 new services.').waitFor({ timeout: 60_000 });
    await page.getByText(/pairs of vendors in the register look alike/).waitFor();
  },
);
