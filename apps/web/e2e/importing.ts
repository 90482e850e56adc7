import type { Page } from 'playwright-core';

/** Uploads a table; ends where its columns are asked about. */
export async function importFile(page: Page, path: string, at = '/ai-systems/import'): Promise<void> {
  await page.goto(at);
  await page.getByTestId('import-file').setInputFiles(path);
  await page.getByRole('heading', { name: 'What each column says' }).waitFor({ timeout: 60_000 });
}

/** Has every row checked as the columns were suggested; ends with the verdict. */
export async function checkImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Check [\d,]+ rows?$/ }).click();
  await page.getByText(/^This would record|^There is nothing to record/).waitFor({ timeout: 60_000 });
}
