import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible, expectAccessibleOnDesk } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { checkImport, importFile } from './importing.ts';
import { A_QUARTER_LATER, csvFile, MADE_UP } from './made-up.ts';
import { type Server, startServer } from './server.ts';

/*
 * The first hour of a privacy officer, told in order on one server: what one step records, the next one stands on.
 */

const FEDERAL = resolve(
  import.meta.dirname,
  '../../../../shared/data/inventories/2025_individually_reported_AI_use_cases.csv',
);

let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  context = await browser.newContext({ baseURL: server.base, reducedMotion: 'reduce' });
  page = await newPage(context);
});
beforeEach(({ onTestFailed }) =>
  onTestFailed(async ({ task }) => {
    const picture = join(tmpdir(), `attestry-journey-${task.name.slice(0, 40).replace(/\W+/g, '-')}.png`);
    await page?.screenshot({ path: picture });
    console.error(`The page when it failed: ${picture}`);
  }),
);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function newPage(of: BrowserContext): Promise<Page> {
  const opened = await of.newPage();
  opened.setDefaultTimeout(20_000);
  opened.on('pageerror', (error) => expect.soft(error.message, 'error in the page').toBe(''));
  return opened;
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const inList = (count: string) => page.getByRole('status').filter({ hasText: `${count} in this list` });
const openSystem = async (name: string) => {
  await page.goto(`/ai-systems?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await heading(name).waitFor();
};

test('the one-time link makes the organization and its first administrator', async () => {
  await page.goto(server.setUpLink!.replace(/^http:\/\/[^/]+/, server.base));
  await page.getByLabel('Organization').fill('Northfield Clinics');
  await page.getByLabel('Your name').fill('Dana Okafor');
  await page.getByLabel('Your e-mail').fill('dana@northfield.example');
  await page.getByLabel('Password', { exact: true }).fill('seven lanterns over the quiet harbor');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set up' }).click();
  await heading('Welcome to Northfield Clinics').waitFor();
  await expectAccessible(page);
});

test('the empty register says what it is for and how to begin', async () => {
  await page.goto('/ai-systems');
  await page.getByText('No AI systems are recorded yet').waitFor();
  await expectAccessible(page);
});

test('a system is recorded in five answers', async () => {
  await page.goto('/ai-systems/new');
  await page.getByRole('button', { name: 'Record it', exact: true }).click();
  await page.getByText('Must not be empty.').waitFor();
  await page.getByLabel('What is it called?').fill('Chart summarizer');
  await page.getByLabel('What does it do?').fill('Summarizes the chart before a visit. Call 415-555-0132.');
  await page.getByText('“415-555-0132” looks like a telephone number').waitFor();
  await page.getByLabel('Vendor', { exact: true }).check();
  await page.getByLabel('Which vendor?').fill('Brieflight');
  await page.getByLabel('Yes', { exact: true }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record it', exact: true }).click();
  await heading('Chart summarizer').waitFor();
  await expectAccessible(page);
});

test('a file is imported: columns, check, record', async () => {
  await importFile(page, await csvFile('spring.csv', MADE_UP));
  await expectAccessible(page);
  await page.getByLabel('Column for Name').selectOption('');
  await page.getByRole('button', { name: /^Check/ }).click();
  await page.getByText('Choose the column that holds the name of the system.').waitFor();
  await page.getByLabel('Column for Name').selectOption('System');
  await checkImport(page);
  await page.getByText('This would record 4 systems: 4 new, 0 changed.').waitFor();
  await page
    .getByRole('row', { name: /^6 No name/ })
    .getByText('must not be empty')
    .waitFor();
  await expectAccessible(page);
  await page.reload();
  await page.getByRole('button', { name: 'Record 4 systems' }).click();
  await page.getByText('Recorded: 4 new systems and 0 changed systems.').waitFor();
  await expectAccessible(page);
  await page.goto('/ai-systems');
  await inList('5 systems').waitFor();
});

test('the same file again records nothing', async () => {
  await importFile(page, await csvFile('spring.csv', MADE_UP));
  await checkImport(page);
  await page.getByText('There is nothing to record: 4 rows say what is recorded already').waitFor();
});

test('a later file shows what changes, and can be taken back', async () => {
  await importFile(page, await csvFile('summer.csv', A_QUARTER_LATER));
  await checkImport(page);
  await page.getByText('This would record 3 systems: 1 new, 2 changed.').waitFor();
  const row = page.getByRole('row', { name: /Denial letter drafting/ });
  await row.getByText('Pilot').waitFor();
  await row.getByText('Live').waitFor();
  await page.getByRole('button', { name: 'Record 3 systems' }).click();
  await page.getByText('Recorded: 1 new system and 2 changed systems.').waitFor();
  await page.getByRole('button', { name: 'Undo this import…' }).click();
  await page.getByText('1 system that it made leaves the inventory').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take back 3 changes' }).click();
  await page.getByText('This import was taken back.').waitFor();
  await page.goto('/ai-systems');
  await inList('5 systems').waitFor();
  await openSystem('Denial letter drafting');
  await page.getByText('In a pilot; uses PHI.').waitFor();
  await page.goto('/ai-systems/import');
  await page.getByText('Taken back.').waitFor();
  await expectAccessible(page);
});

test('files that cannot be read are refused with the reason', async () => {
  await page.goto('/ai-systems/import');
  await page
    .getByTestId('import-file')
    .setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await page.getByRole('alert').getByText('empty.csv cannot be imported').waitFor();
  await expectAccessible(page);
});

test.skipIf(!existsSync(FEDERAL))(
  'the federal inventory is imported for two agencies, once [needs ../shared/data]',
  async () => {
    for (const time of ['first', 'again']) {
      await importFile(page, FEDERAL);
      await page.getByLabel('Take').selectOption('agency');
      await page.getByLabel(/^HHS · 447/).check();
      await page.getByLabel(/^VA · 367/).check();
      await page.getByRole('button', { name: 'Check 814 rows' }).click();
      if (time === 'first') {
        await page.getByRole('button', { name: 'Record 814 systems' }).click({ timeout: 60_000 });
        await page.getByText('Recorded: 814 new systems').waitFor({ timeout: 60_000 });
      } else await page.getByText('There is nothing to record: 814 rows say').waitFor({ timeout: 60_000 });
    }
    await page.goto('/ai-systems');
    await inList('819 systems').waitFor();
    await page.getByRole('region', { name: 'AI systems' }).evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.locator('tr[aria-rowindex="820"] a').waitFor();
  },
);

test('the list is searched, filtered, sorted and walked by keyboard, and its address keeps all of it', async () => {
  await page.goto('/ai-systems');
  await page.locator('tbody').getByRole('link').first().waitFor();
  await expectAccessible(page);
  await page.keyboard.press('/');
  await page.keyboard.type('abara');
  await inList('2 systems').waitFor();
  await page.getByRole('button', { name: 'Stage', exact: true }).first().click();
  await expectAccessibleOnDesk(page);
  await page.getByRole('dialog').getByLabel(/^Live/).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await page.getByRole('columnheader', { name: 'Name' }).and(page.locator('[aria-sort=descending]')).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('1 system selected').waitFor();
  await expectAccessible(page);
  await page.reload();
  await inList('2 systems').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await heading('Sepsis early warning').waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('dialog').getByLabel('Deployment').check();
  await page.getByRole('columnheader', { name: 'Deployment' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByLabel('Save this list as').fill('Live, Abara');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Live, Abara', exact: true }).waitFor();
  await page.goto('/ai-systems');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Live, Abara', exact: true }).click();
  await inList('2 systems').waitFor();
  await page.goto('/ai-systems?q=nothing+says+this');
  await page.getByText('No system fits these filters').waitFor();
  await expectAccessible(page);
});

test('facts are edited; what has to be mended is said at its field', async () => {
  await openSystem('Bed demand forecast');
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByLabel('Next review').fill('soon');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Must not be empty.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('fact-name');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByText('Something is not saved yet').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Bed demand forecast');
  await page.getByLabel('Next review').fill('3/4/2027');
  await page.getByLabel('Business owner').fill('L. Nakamura');
  await page.getByLabel('Reason').fill('Named in the meeting of the board.');
  await page.getByRole('button', { name: 'Save' }).click();
  await heading('Bed demand forecast').waitFor();
  await page.getByText('4 Mar 2027').waitFor();
  await page.getByRole('button', { name: /^Why tier/ }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('Named in the meeting of the board.').waitFor();
  await page.getByRole('tabpanel', { name: 'History' }).getByText('L. Nakamura').waitFor();
  await expectAccessible(page);
});

test('of two people editing at once the second sees both versions and loses nothing', async () => {
  await openSystem('Visit notes');
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Department').fill('Family medicine');
  await page.getByLabel('Clinical area').fill('Outpatient');

  const other = await newPage(context);
  await other.goto(page.url());
  await other.getByLabel('Department').fill('General practice');
  await other.getByLabel('Technical owner').fill('M. Lindqvist');
  await other.getByRole('button', { name: 'Save' }).click();
  await other.getByText('General practice').waitFor();
  await other.close();

  await page.getByRole('button', { name: 'Save' }).click();
  await heading('Two people changed Visit notes').waitFor();
  const department = page.getByRole('row', { name: /^Department/ });
  for (const version of ['Primary care', 'Family medicine', 'General practice'])
    await department.getByText(version).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save on top of theirs' }).click();
  await page.getByText('Choose a side for Department.').waitFor();
  await page.getByLabel('Department: keep yours').check();
  await page.getByRole('button', { name: 'Save on top of theirs' }).click();
  await heading('Visit notes').waitFor();
  for (const fact of ['Family medicine', 'Outpatient', 'M. Lindqvist'])
    await page.getByText(fact, { exact: true }).waitFor();
});

test('a system is retired with a reason, and yesterday it was not there', async () => {
  await openSystem('Chart summarizer');
  await page.getByRole('button', { name: 'Retire…' }).click();
  await page.getByRole('dialog').getByLabel('Reason').waitFor();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click();
  await page.getByText('Say why.').waitFor();
  await page.getByRole('dialog').getByLabel('Reason').fill('Replaced by the summary of the record system');
  await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click();
  await page.getByText(/^Retired on .*: Replaced by the summary of the record system\./).waitFor();
  await page.goto('/ai-systems?stage=["retired"]&q=Brieflight');
  await inList('1 system').waitFor();

  const yesterday = new Date(Date.now() - 48 * 3_600_000).toISOString().slice(0, 10);
  await page.getByRole('link', { name: 'Chart summarizer' }).click();
  await heading('Chart summarizer').waitFor();
  await page.goto(`${page.url()}?asOf=${yesterday}`);
  await page.getByText('This system was not recorded by').waitFor();
  await page.getByText('Read-only.').waitFor();
  await page.goto(`/ai-systems?asOf=${yesterday}`);
  await page.getByText('No AI systems were recorded by').waitFor();
  expect(await page.getByRole('link', { name: 'Add a system' }).count()).toBe(0);
  await expectAccessible(page);
});

test('a report on the list is built and downloaded', async () => {
  await page.goto('/ai-systems?q=abara');
  await inList('2 systems').waitFor();
  await page.getByRole('button', { name: 'Report on this list' }).click();
  await expectAccessibleOnDesk(page);
  await page.getByRole('dialog').getByLabel('CSV').check();
  await page.getByRole('button', { name: 'Build the report' }).click();
  await heading('Reports').waitFor();
  const link = page
    .getByRole('link', { name: /^PDF/ })
    .or(page.getByRole('button', { name: /^PDF/ }))
    .first();
  await link.waitFor({ timeout: 60_000 });
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const pdf = await readFile(await download.path());
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
});
