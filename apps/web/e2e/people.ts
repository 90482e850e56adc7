import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Server } from './server.ts';

const PASSWORD = 'seven lanterns over the quiet harbor';

/** A page of its own sign-in; an error in it fails the test at hand. */
export async function newPerson(browser: Browser, server: Server): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: server.base, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => expect.soft(error.message, 'error in the page').toBe(''));
  return { page, context };
}

/** Makes the organization and its first administrator, by the one-time link. */
export async function setUp(page: Page, server: Server): Promise<void> {
  await page.goto(server.setUpLink!.replace(/^http:\/\/[^/]+/, server.base));
  await page.getByLabel('Organization').fill('Northfield Clinics');
  await page.getByLabel('Your name').fill('Dana Okafor');
  await page.getByLabel('Your e-mail').fill('dana@northfield.example');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('heading', { level: 1, name: 'Welcome to Northfield Clinics' }).waitFor();
}

/** Has the administrator invite somebody, who accepts on a page of their own. */
export async function join(administrator: Page, guest: Page, name: string, role: string): Promise<void> {
  await administrator.goto('/settings/people');
  await administrator.getByRole('button', { name: 'Invite a person' }).click();
  const dialog = administrator.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('E-mail').fill(`${name.split(' ').at(-1)!.toLowerCase()}@northfield.example`);
  await dialog.getByLabel(role, { exact: true }).check();
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  const link = await dialog.getByLabel('One-time link').inputValue();
  await guest.goto(link);
  await guest.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guest.getByRole('button', { name: 'Accept and sign in' }).click();
  await guest.getByRole('heading', { level: 1, name: /^(Today|Welcome)/ }).waitFor();
}
