import { tmpdir } from 'node:os';
import { join as joined } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible, expectAccessibleOnDesk } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { join, newPerson, setUp } from './people.ts';
import { type Server, startServer } from './server.ts';

/*
 * What a vendor manager does with vendors, told in order on one server: what one step records, the next one stands on.
 */

let server: Server;
let browser: Browser;
/** The administrator, who is the privacy officer too. */
let officer: Page;
/** The vendor manager. */
let page: Page;
/** Address of the vendor that another one took over. */
let merged: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  officer = (await newPerson(browser, server)).page;
  page = (await newPerson(browser, server)).page;
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

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name, exact: true });
const inList = (count: string) => page.getByRole('status').filter({ hasText: `${count} in this list` });
const dialog = () => page.getByRole('dialog');
const tab = (name: string) => page.getByRole('tab', { name }).click();
const openVendor = async (name: string) => {
  await page.goto(`/vendors?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await heading(name).waitFor();
};
/** A question of the due diligence; the reasons of the score name questions too. */
const asked = (on: Page, words: string) =>
  on.getByRole('listitem').filter({ has: on.getByRole('heading', { level: 3, name: words }) });
/** A day as people write it, so many days from now. */
const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
const SIGNED = [
  ['Signed by Northfield Clinics on', '3 Feb 2025'],
  ['Who signed for Northfield Clinics', 'D. Okafor'],
  ['Signed by Brieflight on', '5 Feb 2025'],
  ['Who signed for Brieflight', 'R. Vega'],
  ['Effective on', '10 Feb 2025'],
] as const;
const line = (text: string | RegExp) => page.getByRole('row').filter({ hasText: text });

test('a vendor manager is invited, and finds an empty register that says what it is for', async () => {
  await setUp(officer, server);
  await join(officer, page, 'Ines Brandt', 'Vendor manager');
  await page.getByRole('link', { name: 'Vendors', exact: true }).click();
  await page.getByText('No vendors are recorded yet').waitFor();
  await page.getByRole('link', { name: 'Import from a file' }).waitFor();
  await expectAccessible(page);
});

test('a vendor and its services are recorded on one page', async () => {
  await page.getByRole('link', { name: 'Add one by hand' }).click();
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('Must not be empty.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('fact-name');
  await page.getByLabel('What is it called?').fill('Brieflight');
  await page.getByLabel('What does it provide?').fill('Summaries of charts before a visit. Call 415-555-0132.');
  await page.getByText('“415-555-0132” looks like a telephone number').waitFor();
  const first = page.getByRole('group', { name: 'Service 1' });
  await first.getByLabel('Service').fill('Summarization API');
  await first.getByRole('radiogroup', { name: 'Receives PHI?' }).getByLabel('Yes').check();
  await first.getByRole('radiogroup', { name: 'Uses AI?' }).getByLabel('Yes').check();
  await page.getByRole('button', { name: 'Add another service' }).click();
  const second = page.getByRole('group', { name: 'Service 2' });
  await second.getByRole('radiogroup', { name: 'Receives PHI?' }).getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Record it' }).click();
  await second.getByText('Must not be empty.').waitFor();
  await expectAccessible(page);
  await second.getByLabel('Service').fill('Patient portal');
  await page.getByRole('button', { name: 'Record it' }).click();
  await heading('Brieflight').waitFor();
  await page.getByText('2 services: 1 receives PHI.').waitFor();
  await page.getByText('No flow of PHI to it is recorded on this day.').waitFor();
  await expectAccessible(page);
});

test('a service is added, changed and removed with its reason', async () => {
  await page.getByRole('button', { name: 'Add a service' }).click();
  await dialog().getByLabel('Service').fill('Batch export');
  await dialog().getByLabel('Keeps data for').fill('30 days');
  await expectAccessibleOnDesk(page);
  await dialog().getByRole('button', { name: 'Record it' }).click();
  await line('Batch export').getByText('keeps data for 30 days').waitFor();
  await page.getByText('3 services: 1 receives PHI, of 1 it is not known.').waitFor();
  await page.getByRole('button', { name: 'Edit Batch export' }).click();
  await dialog().getByRole('radiogroup', { name: 'Receives PHI' }).getByLabel('Yes').check();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await page.getByText('3 services: 2 receive PHI.').waitFor();
  await page.getByRole('button', { name: 'Remove Batch export…' }).click();
  await dialog().getByRole('button', { name: 'Remove' }).click();
  await dialog().getByText('Say why.').waitFor();
  await expectAccessibleOnDesk(page);
  await dialog().getByLabel('Reason').fill('Nobody uses the nightly file.');
  await dialog().getByRole('button', { name: 'Remove' }).click();
  await page.getByText('1 removed service').click();
  await page.getByText('Nobody uses the nightly file.').waitFor();
  await expectAccessible(page);
});

test('of two people changing a service the second sees what the first recorded, and both stand', async () => {
  await page.getByRole('button', { name: 'Edit Patient portal' }).click();
  await dialog().getByLabel('What it does').fill('Shows results to patients.');
  await officer.goto(page.url());
  await officer.getByRole('button', { name: 'Edit Patient portal' }).click();
  await officer.getByRole('dialog').getByLabel('Regions').fill('US only');
  await officer.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await officer.getByRole('row').filter({ hasText: 'Patient portal' }).getByText('US only').waitFor();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().getByRole('alert').getByText('US only').waitFor();
  await expectAccessibleOnDesk(page);
  await dialog().getByRole('button', { name: 'Save on top of theirs' }).click();
  await line('Patient portal').getByText('Shows results to patients.').waitFor();
  await line('Patient portal').getByText('US only').waitFor();
});

test('facts are edited, and of two people editing at once the second sees both versions', async () => {
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await heading('Edit Brieflight').waitFor();
  await page.getByLabel('Next review').fill('3/4/2027');
  await page.getByLabel('Relationship owner').fill('I. Brandt');
  await page.getByRole('button', { name: 'Add a contact' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Must not be empty.').waitFor();
  await page.getByLabel('Name of contact 1').fill('R. Vega');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('button', { name: 'Stay' }).click();

  await officer.goto(page.url());
  await officer.getByLabel('Critical').check();
  await officer.getByLabel('Relationship owner').fill('D. Okafor');
  await officer.getByRole('button', { name: 'Save' }).click();
  await officer.getByRole('heading', { level: 1, name: 'Brieflight', exact: true }).waitFor();

  await page.getByRole('button', { name: 'Save' }).click();
  await heading('Two people changed Brieflight').waitFor();
  await page.getByText('Dana Okafor saved a newer version').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save on top of theirs' }).click();
  await page.getByText('Choose a side for Relationship owner.').waitFor();
  await page.getByLabel('Relationship owner: keep yours').check();
  await page.getByRole('button', { name: 'Save on top of theirs' }).click();
  await heading('Brieflight').waitFor();
  await page.getByText('Tier critical; looked after by I. Brandt; next review 4 Mar 2027').waitFor();
  await tab('Profile');
  await page.getByText('R. Vega').waitFor();
  await expectAccessible(page);
});

test('a document is filed by dropping it, stands with its expiry, and opens in place', async () => {
  await tab('Documents');
  await page.getByText('No documents are filed').waitFor();
  await page.getByRole('button', { name: 'File a document' }).click();
  await dialog()
    .getByTestId('document-file')
    .setInputFiles({
      name: 'SOC 2 report.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('SOC 2 type II, in order.'),
    });
  await dialog()
    .getByRole('button', { name: /^Leave/ })
    .waitFor();
  expect(await dialog().getByLabel('Title').inputValue()).toBe('SOC 2 report');
  await dialog().getByLabel('Speaks from').fill(dayIn(0));
  await dialog().getByLabel('Expires on').fill(dayIn(-3));
  await dialog().getByRole('button', { name: 'File it' }).click();
  await dialog().getByText('Must not be before the effective date.').waitFor();
  await dialog().getByLabel('Expires on').fill(dayIn(40));
  await expectAccessibleOnDesk(page);
  await dialog().getByRole('button', { name: 'File it' }).click();
  await line('SOC 2 report').getByText('Expiring').waitFor();
  await line('SOC 2 report').getByText(dayIn(40)).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'SOC 2 report' }).click();
  await page.getByText('SOC 2 type II, in order.').waitFor();
  await page.goBack();
  await page.goto('/vendors');
  await page.getByText('1 document expired or expiring within 90 days').waitFor();
});

test('due diligence is answered with evidence, and its score says why it is what it is', async () => {
  await openVendor('Brieflight');
  await tab('Due diligence');
  await page.getByText(/^0 of \d+ questions answered/).waitFor();
  const question = asked(page, 'Is there a current risk analysis');
  await question.getByText('Good evidence:').waitFor();
  await question.getByLabel('Yes').check();
  await question.getByText('Not saved yet').waitFor();
  await question.getByLabel('Explanation').fill('Stands in the report of this year.');
  await question.getByLabel('SOC 2 report').check();
  await page.getByRole('tab', { name: 'History' }).click();
  await dialog().getByText('Something is not saved yet').waitFor();
  await dialog().getByRole('button', { name: 'Stay' }).click();
  await expectAccessible(page);
  await question.getByLabel('Explanation').press('Control+Enter');
  await question.getByText(/^Recorded on/).waitFor();
  await page.getByText(/^1 of \d+ questions answered/).waitFor();
  await page.getByText(/questions are not answered; they count as no/).waitFor();
  await tab('Documents');
  await line('SOC 2 report').getByText('1 answer').waitFor();
  await page.getByRole('button', { name: 'Withdraw SOC 2 report…' }).click();
  await dialog().getByText('1 answer of the due diligence rests on it').waitFor();
  await dialog().getByLabel('Reason').fill('Filed for the wrong year.');
  await dialog().getByRole('button', { name: 'Withdraw' }).click();
  await dialog().getByRole('alert').getByText('An answer rests on it: Is there a current risk analysis').waitFor();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await tab('Due diligence');
  await question.getByLabel('SOC 2 report').uncheck();
  await question.getByRole('button', { name: 'Save answer' }).click();
  await question.getByText(/^Recorded on/).waitFor();
  await tab('Documents');
  await page.getByRole('button', { name: 'Withdraw SOC 2 report…' }).click();
  await dialog().getByLabel('Reason').fill('Filed for the wrong year.');
  await dialog().getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('1 withdrawn document').click();
  await page.getByText('Filed for the wrong year.').waitFor();
});

test('somebody who answered meanwhile is not overwritten unasked', async () => {
  await tab('Due diligence');
  const named = (on: Page) => asked(on, 'Is one named person responsible');
  await named(page).getByLabel('Partly').check();
  await officer.goto(page.url());
  await named(officer).getByLabel('No', { exact: true }).check();
  await named(officer).getByRole('button', { name: 'Save answer' }).click();
  await named(officer)
    .getByText(/^Recorded on/)
    .waitFor();
  await named(page).getByRole('button', { name: 'Save answer' }).click();
  await named(page).getByText('Somebody else answered meanwhile: no').waitFor();
  await expectAccessible(page);
  await named(page).getByRole('button', { name: 'Save mine on top' }).click();
  await named(page)
    .getByText(/^Recorded on/)
    .waitFor();
  expect(await named(page).getByLabel('Partly').isChecked()).toBe(true);
});

test('a service that an agreement covers cannot be removed, and the reason is said', async () => {
  await tab('Agreements');
  await page.getByRole('link', { name: 'Add an agreement' }).click();
  await page.getByLabel('Title', { exact: true }).fill('BAA of Brieflight');
  await page.getByLabel('Summarization API').check();
  for (const [field, value] of SIGNED) await page.getByLabel(field).fill(value);
  await page.getByRole('button', { name: 'Record it' }).click();
  await heading('BAA of Brieflight').waitFor();
  await openVendor('Brieflight');
  await line('Summarization API').getByRole('link', { name: 'BAA of Brieflight' }).waitFor();
  await page.getByRole('button', { name: 'Remove Summarization API…' }).click();
  await dialog().getByLabel('Reason').fill('Not used any more.');
  await dialog().getByRole('button', { name: 'Remove' }).click();
  await dialog().getByRole('alert').getByText('BAA of Brieflight').first().waitFor();
  await expectAccessibleOnDesk(page);
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await tab('Agreements');
  await line('BAA of Brieflight').getByText('In effect').first().waitFor();
  await expectAccessible(page);
});

test('two likely duplicates are compared and merged, with the reason', async () => {
  await page.goto('/vendors/new');
  await page.getByLabel('What is it called?').fill('Brieflight Inc.');
  await page.getByText('Recorded already:').waitFor();
  const service = page.getByRole('group', { name: 'Service 1' });
  await service.getByLabel('Service').fill('Visit summaries');
  await page.getByRole('button', { name: 'Record it' }).click();
  await heading('Brieflight Inc.').waitFor();
  merged = page.url();
  await page.goto('/vendors');
  await page.getByRole('link', { name: '1 likely duplicate' }).click();
  await heading('Likely duplicates').waitFor();
  await page.getByRole('cell', { name: 'Visit summaries' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Merge into Brieflight…' }).click();
  await dialog().getByRole('listitem').filter({ hasText: '1 service' }).waitFor();
  await dialog().getByLabel('Reason').fill('One company, says its certificate.');
  await expectAccessibleOnDesk(page);
  await dialog().getByRole('button', { name: 'Merge' }).click();
  await page.getByText('No vendors look alike').waitFor();
  await page.getByText('Brieflight Inc. is merged into').getByRole('link', { name: 'Brieflight' }).click();
  await heading('Brieflight').waitFor();
  await line('Visit summaries').waitFor();
  await page.goto('/vendors');
  await inList('1 vendor').waitFor();
});

test('the page of a merged vendor says where everything is', async () => {
  await page.goto(merged);
  await heading('Brieflight Inc.').waitFor();
  await page.getByText('One company, says its certificate.').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Brieflight', exact: true }).click();
  await heading('Brieflight').waitFor();
});

test('vendors are found in the palette, and the list walks by keyboard', async () => {
  await page.goto('/vendors');
  await page.locator('tbody').getByRole('link').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('1 vendor selected').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('brief');
  await page.getByRole('option', { name: /^Brieflight Vendor/ }).click();
  await heading('Brieflight').waitFor();
});

test('yesterday it was not there; an auditor reads and changes nothing', async () => {
  const { page: auditor } = await newPerson(browser, server);
  await join(officer, auditor, 'Noor Haddad', 'Auditor');
  await auditor.goto(page.url());
  await auditor.getByRole('heading', { level: 1, name: 'Brieflight', exact: true }).waitFor();
  await auditor.getByRole('row').filter({ hasText: 'Summarization API' }).waitFor();
  expect(await auditor.getByRole('button', { name: /Add a service|Offboard|Edit|Remove/ }).count()).toBe(0);
  await auditor.goto(`${page.url()}?asOf=2025-01-01`);
  await auditor.getByText('This vendor was not recorded by 1 Jan 2025').waitFor();
});

test('a vendor is offboarded with a reason, and leaves the list of those in use', async () => {
  await page.goto('/vendors/new');
  await page.getByLabel('What is it called?').fill('Papercut');
  await page.getByRole('button', { name: 'Record it' }).click();
  await heading('Papercut').waitFor();
  await page.getByRole('button', { name: 'Offboard…' }).click();
  await dialog().getByLabel('Reason').fill('Printers are leased now.');
  await dialog().getByRole('button', { name: 'Offboard' }).click();
  await page.getByText(/^Offboarded on .*: Printers are leased now\./).waitFor();
  await tab('History');
  await page.getByText('Offboarded.', { exact: true }).waitFor();
  await expectAccessible(page);
  await page.goto('/vendors');
  await inList('1 vendor').waitFor();
  await page.goto('/vendors?offboarded=shown');
  await inList('2 vendors').waitFor();
});
