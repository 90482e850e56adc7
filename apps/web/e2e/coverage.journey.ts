import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible, expectAccessibleOnDesk } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { newPerson, setUp } from './people.ts';
import { type Server, startServer } from './server.ts';

/*
 * On which days was PHI not covered, and why: on the sample organization, and with a flow that somebody adds.
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

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const row = (name: string | RegExp) => page.getByRole('row', { name });
const view = (name: string) => page.getByText(name, { exact: true }).click();
const dialog = () => page.getByRole('dialog');

test('the gaps of today are listed with their reasons; unknown is not green', async () => {
  await page.goto('/coverage');
  await page.getByText('1 not covered, 1 unknown, in 2 AI systems. 2 gaps are over and on record.').waitFor();
  await row(/Website symptom guide/)
    .getByText('does not list Website symptom guide')
    .waitFor();
  await row(/Echo measurement assistant/)
    .getByText('Unknown', { exact: true })
    .waitFor();
  await expectAccessible(page);
});

test('gaps that are over stay on record: PHI before an agreement', async () => {
  await view('Over');
  await row(/Quorrelby Chat/)
    .getByText('No agreement')
    .first()
    .waitFor();
  await row(/Waitlist text offers/)
    .getByText(/Pingferry Messaging/)
    .waitFor();
  expect(new URL(page.url()).searchParams.get('past')).toBe('true');
});

test('the timeline draws flows against agreements, and says the same as a table', async () => {
  await page.goto('/coverage?view=timeline');
  await page.getByRole('figure', { name: /^PHI flows and the agreements/ }).waitFor();
  const table = page.getByRole('table', { name: 'Days of each flow' });
  await table
    .getByRole('row', { name: /Larkmerrin Scribe .*Covered.*BAA with AI addendum/ })
    .first()
    .waitFor();
  await table.getByRole('row', { name: /Claim status robot.*Own infrastructure/ }).waitFor();
  await expectAccessible(page);
});

test('the matrix shows services and exposures in their worst state', async () => {
  await view('Services and exposures');
  await row(/^Website symptom guide/)
    .getByText('Prompt: not covered, 1 flow')
    .waitFor();
  await row(/^Marrowcombe Assist/)
    .getByText('Context: covered, 3 flows')
    .waitFor();
  await expectAccessible(page);
});

test('any day can be asked: a year ahead an agreement has run out', async () => {
  const year = new Date().getUTCFullYear() + 1;
  await page.goto(`/coverage?on=${year}-12-31`);
  await row(/Controlled substance diversion watch/)
    .getByText(/is in effect through .* only/)
    .waitFor();
});

test('a PHI flow is recorded; what covers it stands beside it', async () => {
  await page.goto('/ai-systems?q=Impression');
  await page.getByRole('link', { name: 'Impression drafter', exact: true }).click();
  await page.getByRole('tab', { name: 'PHI flows' }).click();
  await page.getByText('No PHI flow is recorded').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add a PHI flow…' }).click();
  await dialog().getByRole('button', { name: 'Record it' }).click();
  await dialog()
    .getByText(/choose where PHI is exposed/i)
    .waitFor();
  await dialog().getByRole('combobox', { name: 'Service' }).fill('Tessavine Triage');
  await page.getByRole('option', { name: 'Tessavine Triage, Tessavine Imaging' }).click();
  await dialog().getByLabel('Since').fill('3 Mar 2026');
  await dialog().getByLabel('Last day').fill('1 Mar 2026');
  await dialog().getByLabel('Prompt').check();
  await dialog().getByLabel('Output').check();
  await dialog().getByRole('button', { name: 'Record it' }).click();
  await dialog()
    .getByText(/before/)
    .first()
    .waitFor();
  await expectAccessibleOnDesk(page);
  await dialog().getByLabel('Last day').fill('');
  await dialog().getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('table', { name: 'PHI flows' }).getByRole('link', { name: 'BAA', exact: true }).waitFor();
  await page.getByRole('figure', { name: 'Data flow of Impression drafter' }).waitFor();
  await expectAccessible(page);
});

test('the drawing is read and opened by keyboard', async () => {
  const drawing = page.getByRole('figure', { name: 'Data flow of Impression drafter' });
  await drawing.getByRole('img', { name: /^AI system: Impression drafter/ }).focus();
  await page.keyboard.press('ArrowRight');
  const service = drawing.getByRole('link', { name: /^Service: Tessavine Triage/ });
  expect(await service.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await heading('Tessavine Imaging').waitFor();
  await page.goBack();
});

test('the flow gets a last day, and a mistaken one is withdrawn with its reason', async () => {
  await page.getByRole('button', { name: /^Change the flow to Tessavine Triage/ }).click();
  await dialog().getByLabel('Last day').fill('30 Jun 2026');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await page.getByText('3 Mar 2026 to 30 Jun 2026').waitFor();
  await page.getByRole('button', { name: /was recorded by mistake$/ }).click();
  await dialog().getByRole('button', { name: 'Withdraw it' }).click();
  await dialog().getByText('Say why.').waitFor();
  await dialog().getByLabel('Reason').fill('Another system was meant');
  await dialog().getByRole('button', { name: 'Withdraw it' }).click();
  await page.getByText('No PHI flow is recorded').waitFor();
});

test('coverage gaps, vendors and agreements are ordered as reports', async () => {
  for (const [kind, title] of [
    ['coverage_gaps', 'Coverage gaps as of'],
    ['vendors', 'Vendor register as of'],
    ['agreements', 'Register of business associate agreements as of'],
  ] as const) {
    await page.goto(`/reports?order=${kind}`);
    await dialog().getByLabel('CSV').check();
    await dialog().getByRole('button', { name: 'Order' }).click();
    const report = page.getByRole('listitem').filter({ hasText: title });
    await report.getByRole('link', { name: /^PDF/ }).waitFor({ timeout: 60_000 });
    await report.getByRole('link', { name: /^CSV/ }).waitFor();
  }
  await page.goto('/reports?order=coverage_gaps');
  await expectAccessibleOnDesk(page);
});
