import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where the page is another one on a phone, and what is open would be gone. */
export const expectAccessibleOnDesk = (page: Page) => expectAccessible(page, [DESK]);

interface Violation {
  id: string;
  nodes: { target: string[] }[];
}

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** No finding of axe on the page as it stands, on a desk and on a phone, and nothing wider than the page. */
export async function expectAccessible(page: Page, sizes = [DESK, PHONE]): Promise<void> {
  const size = page.viewportSize()!;
  for (const viewport of sizes) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const at = `${new URL(page.url()).pathname} at ${viewport.width} px`;
    expect(await violations(page), at).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      `${at}: too wide`,
    ).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(size);
}

async function violations(page: Page): Promise<string[]> {
  axe ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: Violation[];
  };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

let axe: string | undefined;
