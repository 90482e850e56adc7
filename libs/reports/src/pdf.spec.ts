import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './pdf/find-chromium.ts';
import { createPdfPrinter } from './pdf.ts';

const description = {
  title: 'Report & <title> é',
  author: 'Clinic',
  language: 'en-US',
  createdAt: '2026-11-22T09:05:00Z',
};
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`;
/** Long enough that something can happen meanwhile. */
const slow = page('<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>'.repeat(100_000));

let directory: string;
let path: string;
beforeAll(async () => {
  await findChromium();
  directory = await mkdtemp(join(tmpdir(), 'attestry-pdf-'));
  path = join(directory, 'out.pdf');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe('print', () => {
  const printer = createPdfPrinter({ recycleAfter: 3 });
  afterAll(() => printer.close());

  it('describes the document: title, language, tags, PDF/UA, bookmarks, the given date', async () => {
    const { pages, bytes } = await printer.print(page('<h1>One</h1><p>x</p>'), { path, description });
    const pdf = await readFile(path, 'latin1');
    expect(pages).toBe(1);
    expect(bytes).toBe(pdf.length);
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toContain('Report &#38; &#60;title&#62;');
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toContain('/Title (One)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('/Lang (en)');
    expect(pdf).toContain('(D:20261122090500Z)');
  });

  it('makes equal bytes of equal input', async () => {
    const other = join(directory, 'other.pdf');
    await printer.print(page('<h1>One</h1>'), { path, description });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await printer.print(page('<h1>One</h1>'), { path: other, description });
    expect(readFileSync(other).equals(readFileSync(path))).toBe(true);
  });

  it('tells a page where its anchors were printed', async () => {
    const body =
      '<a href="#a">a</a> <a href="#b">b</a><h1 id="a" style="break-before:page">A</h1><h1 id="b" style="break-before:page">B</h1>';
    const told: ReadonlyMap<string, number>[] = [];
    await printer.print((pageOf) => page(`${body}${told.push(pageOf)}`), { path, description });
    expect(told.map((pageOf) => [...pageOf])).toEqual([
      [],
      [
        ['a', 2],
        ['b', 3],
      ],
    ]);
  });

  it('prints one after another whatever is asked at once, and after a recycling', async () => {
    const paths = [1, 2, 3, 4, 5].map((number) => join(directory, `${number}.pdf`));
    const printed = await Promise.all(paths.map((at) => printer.print(page('<p>x</p>'), { path: at, description })));
    expect(printed.map(({ pages }) => pages)).toEqual([1, 1, 1, 1, 1]);
  });

  it('stops when it is cancelled, leaves nothing, and prints again', async () => {
    const controller = new AbortController();
    const print = printer.print(slow, { path, description, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('The report was cancelled.')), 400);
    await expect(print).rejects.toThrow('The report was cancelled.');
    expect(existsSync(path)).toBe(false);
    expect((await printer.print(page('x'), { path, description })).pages).toBe(1);
  });

  it('prints again after Chromium was ended by someone else', async () => {
    await printer.print(page('x'), { path, description });
    for (const pid of chromiumOfThisProcess()) process.kill(pid, 'SIGKILL');
    await expect.poll(chromiumOfThisProcess).toEqual([]);
    expect((await printer.print(page('x'), { path, description })).pages).toBe(1);
  });

  it('stops when it takes too long', async () => {
    await expect(printer.print(slow, { path, description, timeoutMs: 500 })).rejects.toThrow('longer than 0.5 s');
    expect(existsSync(path)).toBe(false);
  });
});

describe('after close', () => {
  it('no Chromium is left, after a print that needed too much memory', async () => {
    const small = createPdfPrinter({ memoryLimitMb: 50 });
    await expect(small.print(slow, { path, description })).rejects.toThrow('more than 50 MB');
    await small.close();
    expect(chromiumOfThisProcess()).toEqual([]);
  });

  it('no Chromium is left, right after a print', async () => {
    const printer = createPdfPrinter();
    await printer.print(page('x'), { path, description });
    expect(chromiumOfThisProcess().length).toBeGreaterThan(1);
    await printer.close();
    expect(chromiumOfThisProcess()).toEqual([]);
  });

  it('no Chromium is left, in the middle of a print, and the print fails', async () => {
    const printer = createPdfPrinter();
    const print = expect(printer.print(slow, { path, description })).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 600));
    const started = performance.now();
    await printer.close();
    expect(performance.now() - started).toBeLessThan(5_000);
    await print;
    expect(chromiumOfThisProcess()).toEqual([]);
    await expect(printer.print(page('x'), { path, description })).rejects.toThrow('closed');
  });

  it('no Chromium outlives a process that is killed in the middle of a print', async () => {
    const program = join(directory, 'print.mjs');
    await writeFile(program, CHILD);
    const child = spawn(process.execPath, [program, join(import.meta.dirname, 'pdf.ts'), path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const started = descendants(child.pid!);
    expect(started.length).toBeGreaterThan(1);
    child.kill('SIGKILL');
    await expect.poll(() => started.filter(isAlive), { timeout: 10_000 }).toEqual([]);
  });
});

const CHILD = `
const [, , pdf, path] = process.argv;
const { createPdfPrinter } = await import(pdf);
const html = '<!doctype html><html><body>' + '<p>Lorem ipsum dolor sit amet.</p>'.repeat(300_000);
const print = createPdfPrinter().print(html, { path, description: { title: 't', author: 'a', language: 'en', createdAt: '2026-01-01T00:00:00Z' } });
console.log('printing');
await print;
`;

const chromiumOfThisProcess = () => descendants(process.pid);

function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = statOf(Number(name));
    if (stat && stat.state !== 'Z' && stat.command.startsWith('chrom')) parents.set(Number(name), stat.parent);
  }
  const below = (parent: number): number[] =>
    [...parents].filter(([, above]) => above === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

const isAlive = (pid: number) => (statOf(pid)?.state ?? 'Z') !== 'Z';

function statOf(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent), command: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')) };
  } catch {
    return null;
  }
}
