import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/**
 * Sends an operation of the client, by its name, as the person of the page: for records that a journey stands on and
 * that another one tells of.
 */
export async function sendRegistered<Answer>(page: Page, name: string, variables: object): Promise<Answer> {
  const documentId = await hashOf(name);
  return page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json', 'x-requested-with': 'attestry' };
      const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
      const { data, errors } = (await response.json()) as { data: Answer; errors?: { message: string }[] };
      if (errors?.[0]) throw new Error(errors[0].message);
      return data;
    },
    { documentId, variables },
  );
}

async function hashOf(name: string): Promise<string> {
  const list = await readFile(join(import.meta.dirname, '../dist/persisted-documents.json'), 'utf8');
  const operations = Object.entries(JSON.parse(list) as Record<string, string>);
  const found = operations.find(([, text]) => new RegExp(`\\b(query|mutation) ${name}\\b`).test(text));
  if (!found) throw new Error(`The client has no operation ${name}.`);
  return found[0];
}
