import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Browser, PDFOptions } from 'puppeteer';
import { browserMemory, endBrowser, launchBrowser, sealedPage } from './pdf/browser.ts';
import { describePdf, type PdfDescription } from './pdf/describe.ts';
import { destinationsOf } from './pdf/destinations.ts';
import { type ChromiumPlaces, findChromium } from './pdf/find-chromium.ts';

export interface PrinterOptions extends ChromiumPlaces {
  /** Prints before Chromium is replaced by a fresh one. */
  readonly recycleAfter?: number;
  /** Chromium and its children may hold this much memory, in MB; a print that needs more fails. 600 pages take 1,100. */
  readonly memoryLimitMb?: number;
}

export interface PrintOptions {
  /** Where the PDF is written. Nothing is left there when printing fails. */
  readonly path: string;
  readonly description: PdfDescription;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
}

export interface Printed {
  readonly pages: number;
  readonly bytes: number;
  /** Addresses that the page tried to reach and could not; anything here deserves a look. */
  readonly refused: readonly string[];
}

/** A page, or one that is told where each anchor was printed: it is then printed twice, first without knowing. */
export type Html = string | ((pageOf: ReadonlyMap<string, number>) => string);

export interface PdfPrinter {
  print(html: Html, options: PrintOptions): Promise<Printed>;
  /** Ends Chromium and everything it started; a print under way fails. */
  close(): Promise<void>;
}

/** One Chromium, started at the first print, used for one print at a time, replaced after some, ended by `close`. */
export function createPdfPrinter(options: PrinterOptions = {}): PdfPrinter {
  const { recycleAfter = 50, memoryLimitMb = 4_096 } = options;
  let starting: Promise<Browser> | null = null;
  let prints = 0;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const discard = async () => {
    const ending = starting;
    starting = null;
    prints = 0;
    const running = await ending?.catch(() => null);
    if (running) await endBrowser(running);
  };

  const browser = async () => {
    if (starting && !(await starting).connected) await discard();
    starting ??= findChromium(options).then(launchBrowser);
    return starting;
  };

  const printNow = async (html: Html, print: PrintOptions): Promise<Printed> => {
    const stop = new AbortController();
    const { timeoutMs = 120_000 } = print;
    const limits = [stop.signal, AbortSignal.timeout(timeoutMs), ...(print.signal ? [print.signal] : [])];
    const ended = AbortSignal.any(limits);
    try {
      if (closed) throw new Error('The printer is closed.');
      ended.throwIfAborted();
      const running = await browser();
      const watch = watchMemory(running, memoryLimitMb, (error) => stop.abort(error));
      try {
        const refused = await untilAborted(ended, () => writePdf(running, html, print, ended));
        return { ...(await describePdf(print.path, print.description)), refused };
      } finally {
        clearInterval(watch);
      }
    } catch (error) {
      // Whatever went wrong, Chromium is in a state nobody knows: the next print gets a fresh one.
      await discard();
      await rm(print.path, { force: true });
      throw ended.aborted ? reasonOf(ended, timeoutMs) : error;
    } finally {
      if (++prints >= recycleAfter) await discard();
    }
  };

  return {
    print(html, print) {
      const turn = queue.then(() => printNow(html, print));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      closed = true;
      await discard();
      await queue;
      await discard();
    },
  };
}

async function writePdf(browser: Browser, html: Html, print: PrintOptions, signal: AbortSignal): Promise<string[]> {
  if (typeof html === 'string') return writePages(browser, html, FINAL, print.path, signal);
  await writePages(browser, html(new Map()), DRAFT, print.path, signal);
  return writePages(browser, html(await destinationsOf(print.path)), FINAL, print.path, signal);
}

/** Prints to the file in chunks, so that a document of any length passes through little memory here. */
async function writePages(browser: Browser, html: string, options: PDFOptions, path: string, signal: AbortSignal) {
  const refused: string[] = [];
  const page = await sealedPage(browser, (url) => refused.push(url));
  await page.setContent(html, { waitUntil: 'load', timeout: 0 });
  const pdf = await page.createPDFStream(options);
  await pipeline(Readable.fromWeb(pdf as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(path), { signal });
  await page.browserContext().close();
  return refused;
}

/** Enough to see on which page everything falls. */
const DRAFT: PDFOptions = { tagged: false, outline: false, preferCSSPageSize: true, printBackground: true, timeout: 0 };
const FINAL: PDFOptions = { ...DRAFT, tagged: true, outline: true };

/** Chromium does not answer for a dead page: the wait ends with the signal, and the caller ends Chromium. */
async function untilAborted<T>(signal: AbortSignal, start: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop);
  const work = start();
  work.catch(() => undefined);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function watchMemory(browser: Browser, limitMb: number, stop: (error: Error) => void) {
  return setInterval(async () => {
    const bytes = await browserMemory(browser);
    if (bytes > limitMb * 2 ** 20)
      stop(new Error(`Printing needed more than ${limitMb} MB of memory and was stopped.`));
  }, 500).unref();
}

function reasonOf(signal: AbortSignal, timeoutMs: number): unknown {
  const timedOut = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
  return timedOut ? new Error(`Printing took longer than ${timeoutMs / 1_000} s and was stopped.`) : signal.reason;
}
