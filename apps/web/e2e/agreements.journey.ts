import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@attestry/domain/time/dates.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible, expectAccessibleOnDesk } from './accessible.ts';
import { launchBrowser } from './browser.ts';
import { madeUpPdf } from './made-up-pdf.ts';
import { newPerson, setUp } from './people.ts';
import { sendRegistered } from './registered.ts';
import { type Server, startServer } from './server.ts';

/*
 * The life of an agreement, told in order on one server: missing, drafted, signed, near its end, ended, accounted for.
 */

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  ({ page } = await newPerson(browser, server));
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
const dialog = () => page.getByRole('dialog');
const notice = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();
const column = (title: string) => page.getByRole('region', { name: new RegExp(`^${title}`) });
/** The card in its column, and in no other. */
const expectCard = async (title: string, inColumn: string) => {
  await page.goto('/agreements');
  await column(inColumn).getByRole('link', { name: title }).first().waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: title }).count()).toBe(1);
};
const openAgreement = async (title: string, tab?: string) => {
  await page.goto('/agreements?view=register');
  await page.getByRole('link', { name: title, exact: true }).click();
  await heading(title).waitFor();
  if (tab) await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
};
const more = async (command: string) => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: command }).click();
};
const dropFile = (within: Page | ReturnType<typeof dialog>, name: string, buffer: Buffer) =>
  within.getByTestId('document-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
/** A day so many days from now, as people write it. */
const dayIn = (days: number): string => dayText(addDays(new Date().toISOString().slice(0, 10), days));
const BAA = 'BAA of 1 Apr 2024';

test('with nothing recorded both views say what agreements are for', async () => {
  await setUp(page, server);
  for (const view of ['/agreements', '/agreements?view=register']) {
    await page.goto(view);
    await page.getByText('No agreements are recorded yet').waitFor();
    await expectAccessible(page);
  }
});

test('a service that PHI reaches without an agreement stands first on the board', async () => {
  const { createVendor: vendor } = await sendRegistered<{ createVendor: { id: string } }>(page, 'CreateVendor', {
    facts: { name: 'Brieflight' },
  });
  const serviceIds = [];
  for (const name of ['Summaries API', 'Chat console']) {
    const input = { vendorId: vendor.id, facts: { name, phi: 'yes', ai: 'yes' } };
    const answer = await sendRegistered<{ createService: { id: string } }>(page, 'CreateService', { input });
    serviceIds.push(answer.createService.id);
  }
  const { createAiSystem: system } = await sendRegistered<{ createAiSystem: { id: string } }>(page, 'CreateAiSystem', {
    facts: { name: 'Chart summarizer', phi: 'yes', stage: 'live' },
  });
  const flow = { serviceId: serviceIds[0], startsOn: '2024-04-01', exposures: ['prompt', 'log'] };
  await sendRegistered(page, 'CreatePhiFlow', { input: { aiSystemId: system.id, facts: flow } });

  await page.goto('/');
  await page.getByText('PHI without an agreement').waitFor();
  await page.goto('/agreements');
  await page.getByText('1 service receives PHI without one').waitFor();
  await column('Missing').getByText('PHI since 1 Apr 2024, from 1 AI system').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('j');
  await page.locator('a:focus').filter({ hasText: 'Summaries API' }).waitFor();
});

test('a draft is recorded from there, vendor and service filled in, its file with it', async () => {
  await page.getByRole('link', { name: /^Add an agreement with Brieflight/ }).click();
  await heading('Add an agreement').waitFor();
  await page.getByLabel('Summaries API').and(page.locator(':checked')).waitFor();
  expect(await page.getByRole('combobox', { name: 'Vendor' }).inputValue()).toBe('Brieflight');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('Must not be empty.').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Title').fill(BAA);
  await page.getByLabel('Drafted on').fill('10 Feb 2024');
  await page.getByLabel('Effective on').fill('1 Apr 2024');
  await dropFile(page, 'first draft.md', Buffer.from('# Draft\n\nBetween Northfield Clinics and Brieflight.\n'));
  await page.getByText('first draft.md').waitFor();
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText(/needs the dates on which both parties signed/i).waitFor();
  await page.getByLabel('Effective on').fill('');
  await page.getByRole('button', { name: 'Record it' }).click();
  await heading(BAA).waitFor();
  await page.getByText('Drafted on 10 Feb 2024, not sent yet.').waitFor();
  await expectAccessible(page);
  await expectCard(BAA, 'In negotiation');
  await page.getByRole('link', { name: `File of ${BAA}: first draft` }).click();
  await page.getByText('Between Northfield Clinics and Brieflight.').waitFor({ timeout: 60_000 });
  await expectAccessible(page);
});

test('it is sent, then signed by one party and by the other; a contract does not reach back before its signatures', async () => {
  await page.getByRole('button', { name: 'Record as sent…' }).click();
  await dialog().getByLabel('Sent on').fill('20 Feb 2024');
  await dialog().getByRole('button', { name: 'Record as sent' }).click();
  await page.getByText('Sent on 20 Feb 2024; signed by neither party.').waitFor();
  await page.getByRole('button', { name: 'Sign…' }).click();
  await dialog().getByLabel('Signed by Brieflight on').fill('28 Mar 2024');
  await dialog().getByLabel('Who signed for Brieflight').fill('M. Lindqvist');
  await expectAccessible(page);
  await dialog().getByRole('button', { name: 'Record the signatures' }).click();
  await page.getByText('Signed by Brieflight on 28 Mar 2024, not by Northfield Clinics yet.').waitFor();
  await expectCard(BAA, 'In negotiation');

  await openAgreement(BAA);
  await page.getByRole('button', { name: 'Sign…' }).click();
  await dialog().getByLabel('Signed by Northfield Clinics on').fill('29 Mar 2024');
  await dialog().getByLabel('Effective on').fill('1 Mar 2024');
  await dialog().getByRole('button', { name: 'Record the signatures' }).click();
  await dialog().getByText('a written contract does not reach back').first().waitFor();
  await dialog().getByLabel('Effective on').fill('1 Apr 2024');
  await dialog().getByRole('button', { name: 'Record the signatures' }).click();
  await page.getByText('In effect since 1 Apr 2024; how long it runs is unknown.').waitFor();
  await expectCard(BAA, 'Signed');
  await page.getByText('End unknown').waitFor();
});

test('the signed file is dropped in place of the draft, and viewed beside it', async () => {
  await openAgreement(BAA, 'Documents');
  await page.getByRole('button', { name: 'New version of first draft' }).click();
  await dropFile(page, 'signed.pdf', Buffer.from('%PDF-1.7 and nothing more'));
  await page.getByRole('alert').filter({ hasText: 'signed.pdf' }).waitFor();
  await dropFile(page, 'signed.pdf', madeUpPdf(['Business Associate Agreement', 'Effective April 1, 2024']));
  await page.getByLabel('What it is').selectOption('Signed agreement');
  await page.getByLabel('Title').fill('Signed BAA');
  await page.getByLabel('Effective on').fill('1 Apr 2024');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'File it' }).click();
  const viewer = page.getByRole('region', { name: 'Signed BAA' });
  await viewer.getByText('Text', { exact: true }).click();
  await viewer.getByText('Effective April 1, 2024').waitFor({ timeout: 60_000 });
  await page
    .getByRole('list', { name: 'What Signed BAA replaced' })
    .getByText('first draft', { exact: true })
    .waitFor();
  await page.getByText('Signed agreement, effective 1 Apr 2024').waitFor();
  await expectAccessible(page);
  await page.goto('/agreements');
  await column('Signed')
    .getByRole('link', { name: `File of ${BAA}: Signed BAA` })
    .waitFor();
});

test('a second agreement that would cover the same service on the same days is refused with the reason', async () => {
  await page.goto('/agreements/new');
  await page.getByRole('combobox', { name: 'Vendor' }).fill('Brief');
  await page.getByRole('option', { name: 'Brieflight' }).click();
  await page.getByLabel('Summaries API').check();
  await page.getByLabel('Title').fill('Second BAA');
  await page.getByLabel('Signed by Northfield Clinics on').fill('1 Jun 2025');
  await page.getByLabel('Signed by Brieflight on').fill('1 Jun 2025');
  await page.getByLabel('Effective on').fill('1 Jul 2025');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: `"${BAA}" covers Summaries API already` })
    .waitFor();
  await expectAccessible(page);
  expect(await page.getByLabel('Title').inputValue()).toBe('Second BAA');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Leave and lose it' }).click();
  await column('Signed').getByRole('link', { name: BAA }).first().waitFor();
  expect(await page.getByText('Second BAA').count()).toBe(0);
});

test('a condition is unknown until somebody says, then met, then not met any more', async () => {
  await openAgreement(BAA, 'Conditions');
  await page.getByText('It sets no conditions').waitFor();
  await page.getByRole('button', { name: 'Add a condition…' }).click();
  await dialog().getByLabel('What has to be so').fill('Zero data retention is enabled for the endpoint.');
  await dialog().getByLabel('For').selectOption('Summaries API');
  await expectAccessible(page);
  await dialog().getByRole('button', { name: 'Add it' }).click();
  const condition = page.getByRole('article', { name: 'Zero data retention is enabled for the endpoint.' });
  await condition.getByText('Unknown').first().waitFor();
  await condition.getByText('Nobody has recorded whether it is met.').waitFor();
  await condition.getByRole('button', { name: 'Set its state…' }).click();
  await dialog().getByLabel('Met', { exact: true }).check();
  await dialog().getByLabel('From which day on').fill('1 Apr 2024');
  await dialog().getByRole('button', { name: 'Record it' }).click();
  await condition.getByText('Since 1 Apr 2024').waitFor();
  await condition.getByRole('button', { name: 'Set its state…' }).click();
  await dialog().getByLabel('Not met').check();
  await dialog().getByLabel('From which day on').fill('1 Sep 2026');
  await dialog().getByLabel('How it is known').fill('The switch is off.');
  await dropFile(dialog(), 'switch.md', Buffer.from('The switch is off.\n'));
  await dialog().getByText('switch.md').waitFor();
  await expectAccessible(page);
  await dialog().getByRole('button', { name: 'Record it' }).click();
  await condition.getByText('The switch is off.').waitFor();
  await condition.getByText('Not met').first().waitFor();
  await condition.getByRole('link', { name: 'switch.md' }).waitFor();
  await expectAccessible(page);
});

test('an amendment adds a service from its day on', async () => {
  await page.getByRole('button', { name: 'Amend…' }).click();
  await dialog().getByLabel('Effective on').fill('1 Sep 2024');
  await dialog().getByLabel('What it changes').fill('Adds the chat console.');
  await dialog().getByLabel('Chat console').check();
  await expectAccessible(page);
  await dialog().getByRole('button', { name: 'Record the amendment' }).click();
  await notice('The amendment is recorded.');
  await page.getByRole('tab', { name: /^Services/ }).click();
  await page
    .getByRole('row', { name: /Chat console/ })
    .getByText('1 Sep 2024')
    .waitFor();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Facts' }).click();
  await page.getByRole('list', { name: 'Dates of this agreement' }).getByText('Amended').waitFor();
  await page.getByText('Adds the chat console.').waitFor();
  await expectAccessible(page);
});

test('its term is edited, and the board moves it nearer to its end', async () => {
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Ends with its term').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/Is needed where it ends with its term/).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('fact-termEndsOn');
  await page.getByLabel('Term ends on').fill(dayIn(60));
  await page.getByLabel('Days to return or destroy PHI').fill('45');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(`In effect through ${dayIn(60)}, the end of its term`).waitFor();
  await expectCard(BAA, 'Expiring within 90 days');

  await openAgreement(BAA);
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Term ends on').fill(dayIn(20));
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(BAA).waitFor();
  await expectCard(BAA, 'Expiring within 30 days');
  await expectAccessible(page);
  await page.goto('/');
  await page.getByText('Ends in 20 days').waitFor();
  await expectAccessible(page);
});

test('ending it says what follows, asks why, and starts the obligations', async () => {
  await openAgreement(BAA);
  await more('End…');
  await dialog().getByLabel('Last day in effect').fill('31 Jul 2026');
  // Since September its condition is not met: what the end takes away is August.
  await dialog().getByText('1 PHI flow loses its cover').waitFor();
  await dialog().getByText('Chart summarizer to Summaries API, from 1 Aug 2026').waitFor();
  await dialog().getByLabel('Last day in effect').fill('31 Aug 2026');
  await dialog().getByText('No recorded PHI flow loses cover by it.').waitFor();
  await dialog().getByText('7 obligations to return or destroy PHI start').waitFor();
  await dialog().getByText('45 days after the last day, as the agreement says').waitFor();
  await dialog().getByRole('button', { name: 'End it' }).click();
  await dialog().getByText('Say why.').waitFor();
  await expectAccessibleOnDesk(page);
  await dialog().getByLabel('Reason').fill('The pilot is over.');
  await dialog().getByRole('button', { name: 'End it' }).click();
  await page.getByText('Ended on 31 Aug 2026: The pilot is over.').waitFor();
  await expectCard(BAA, 'Ended, obligations open');
  await page.getByText('7 obligations open of 7').waitFor();
  await column('Missing').getByText('Summaries API').waitFor();
  await expectAccessible(page);
  await page.goto('/');
  await page.getByText('7 obligations overdue').waitFor();
});

test('a certificate accounts for one kind of holding', async () => {
  await openAgreement(BAA, 'Obligations');
  const primary = page.getByRole('article', { name: 'Primary data' });
  await primary.getByRole('button', { name: 'Record as done…' }).click();
  await dialog().getByRole('button', { name: 'Record as done' }).click();
  await dialog()
    .getByText(/needed for destruction/)
    .waitFor();
  await dialog().getByLabel('How', { exact: true }).fill('Cryptographic erasure');
  await dropFile(dialog(), 'certificate.pdf', madeUpPdf(['Certificate of destruction']));
  await dialog().getByText('certificate.pdf').waitFor();
  await expectAccessible(page);
  await dialog().getByRole('button', { name: 'Record as done' }).click();
  await primary.getByText(/Destroyed on .*, with a certificate\./).waitFor();
  await primary.getByRole('link', { name: 'certificate.pdf' }).waitFor();
});

test('what cannot be returned or destroyed is protected, and comes up again', async () => {
  const backups = page.getByRole('article', { name: 'Backups' });
  await backups.getByRole('button', { name: 'Not feasible…' }).click();
  await dialog().getByRole('button', { name: 'Record as infeasible' }).click();
  await dialog().getByText('Must not be empty.').first().waitFor();
  await dialog().getByLabel('Since').fill(dayIn(-30));
  await dialog().getByLabel('Why it is not feasible').fill('Backups are immutable for a year.');
  await dialog().getByLabel('What protects it').fill('Encrypted; nobody restores without our consent.');
  await expectAccessible(page);
  await dialog().getByRole('button', { name: 'Record as infeasible' }).click();
  await backups.getByText('Infeasible, protected').waitFor();
  await backups.getByText('Encrypted; nobody restores without our consent.').waitFor();
  await backups.getByRole('button', { name: 'Looked at again…' }).click();
  await dialog().getByLabel('What was found').fill('Still immutable.');
  await dialog().getByRole('button', { name: 'Record it' }).click();
  await notice('Recorded; it comes up again.');
  await page
    .getByText('6 of 7 obligations to return or destroy PHI are open; the six years start with the last.')
    .waitFor();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('To return or destroy Backups:').first().waitFor();
  await page.getByText('The pilot is over.').first().waitFor();
  await expectAccessible(page);
});

test('the register finds it by what is open, and yesterday nothing of it was recorded', async () => {
  await page.goto('/agreements?view=register');
  await page.getByRole('button', { name: 'Obligations', exact: true }).click();
  await dialog()
    .getByLabel(/^Ended, with obligations open/)
    .check();
  await dialog().getByRole('button', { name: 'Done' }).click();
  await page.getByRole('status').filter({ hasText: '1 agreement in this list' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: BAA, exact: true }).click();
  await heading(BAA).waitFor();
  const before = new Date(Date.now() - 48 * 3_600_000).toISOString().slice(0, 10);
  await page.goto(`${new URL(page.url()).pathname}?asOf=${before}`);
  await page.getByText('This agreement was not recorded by').waitFor();
  await page.goto(`/agreements?asOf=${before}`);
  await page.getByText('No agreements were recorded by').waitFor();
  expect(await page.getByRole('link', { name: 'Add an agreement' }).count()).toBe(0);
  await expectAccessible(page);
});

test('the audit log tells all of it in words', async () => {
  await page.goto('/audit-log?entity=agreement');
  await page.getByText('End an agreement').waitFor();
  await page.getByText('Record signatures').first().waitFor();
  await page.getByText('Ends with its term').first().waitFor();
  await expectAccessible(page);
});
