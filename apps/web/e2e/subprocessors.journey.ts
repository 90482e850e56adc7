import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@attestry/domain/time/dates.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible, expectAccessibleOnDesk } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { newPerson, setUp } from './people.ts';
import { type Server, startServer } from './server.ts';

/*
 * The list of subprocessors that a vendor publishes, and the next one: on the sample organization.
 */

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  ({ page } = await newPerson(browser, server));
  await setUp(page, server);
  await page.getByRole('button', { name: /sample/i }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
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

const today = new Date().toISOString().slice(0, 10);
const listOf = (day: string, ...rows: string[]) =>
  [
    '# Subprocessors',
    '',
    `Effective date: ${day}`,
    '',
    '| Subprocessor | Purpose | Location |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
const give = (name: string, text: string) =>
  page
    .getByTestId('document-file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
const record = async (name: string, text: string) => {
  await page.getByRole('button', { name: 'Record a list…' }).click();
  await give(name, text);
  await page.getByRole('button', { name: 'Record the list' }).waitFor();
};

test('a list that cannot be taken for certain is refused with its reason, and nothing is recorded', async () => {
  await page.goto('/vendors?q=Larkmerrin');
  await page.getByRole('link', { name: 'Larkmerrin Clinical', exact: true }).click();
  await page.getByRole('tab', { name: /^Subprocessors/ }).click();
  await page.getByRole('figure').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record a list…' }).click();
  await give('list.md', '# Subprocessors\n\n|  |  |\n|---|---|\n| Anchorlode Cloud | Hosting |\n');
  await page.getByText('No list was recorded.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
});

test('the first list is read, names are matched with vendors on record, and it is recorded', async () => {
  await record(
    'first.md',
    listOf(
      addDays(today, -200),
      '| Anchorlode Cloud | Drafts the note from the transcript | United States |',
      '| Tallowmere Mail | Mail to clinicians | United States |',
    ),
  );
  expect(await page.getByLabel('Date of the list').inputValue()).toBe(dayText(addDays(today, -200)));
  await page.getByText('Makes 1 new vendor.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record the list' }).click();
  await page.getByRole('heading', { name: `List of ${dayText(addDays(today, -200))}` }).waitFor();
  await page.getByText('The first version on record').waitFor();
});

test('the next list gives the difference and the day by which to object', async () => {
  await record(
    'second.md',
    listOf(
      addDays(today, -2),
      '| Anchorlode Cloud | Drafts the note and stores it | United States |',
      '| Quillhaven Analytics | Usage statistics | Ireland |',
    ),
  );
  await page.getByText('Against the newest list on record it adds 1, no longer names 1, and changes 1.').waitFor();
  await page.getByRole('button', { name: 'Record the list' }).click();
  const version = page.getByRole('article', { name: `List of ${dayText(addDays(today, -2))}` });
  // Recorded today, which is later than the date it bears; the agreement gives 20 days.
  await version.getByText(`Object by ${dayText(addDays(today, 20))}`).waitFor();
  await version.getByText('Quillhaven Analytics').first().waitFor();
  await expectAccessible(page);
});

test('what it adds is unknown, so coverage is no longer certain', async () => {
  await page.goto('/coverage');
  const gap = page.getByRole('row', { name: /^Larkmerrin Scribe/ });
  await gap.getByText('Unknown', { exact: true }).waitFor();
  await gap
    .getByText(/Quillhaven Analytics/)
    .first()
    .waitFor();
});

test('a person says that no PHI goes there, and the flow is covered again', async () => {
  await page.goBack();
  await page.getByRole('button', { name: /^Edit the link from .* to Quillhaven Analytics/ }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessibleOnDesk(page);
  await dialog.getByRole('radiogroup', { name: /PHI/ }).getByLabel('No', { exact: true }).check();
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.goto('/coverage');
  await page.getByText('1 not covered, 1 unknown, in 2 AI systems.').waitFor();
});
