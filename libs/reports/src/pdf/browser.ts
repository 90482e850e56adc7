import puppeteer, { type Browser, type Page } from 'puppeteer';
import { groupMembers, killGroup } from './process-group.ts';

/** `@page` margin boxes carry the running head and foot. */
const OLDEST_CHROMIUM = 131;

/** Starts a Chromium of our own that has no way out: no proxy, no names, no background traffic. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    executablePath,
    headless: 'shell',
    // Over a pipe Chromium ends with us, whatever ends us: kill -9 of this process leaves no orphan.
    pipe: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [...ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const major = Number(/\/(\d+)/.exec(await browser.version())?.[1]);
  if (!(major >= OLDEST_CHROMIUM)) {
    await endBrowser(browser);
    throw new Error(`${executablePath} is version ${major}; reports need Chromium ${OLDEST_CHROMIUM} or later`);
  }
  return browser;
}

const ARGS = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-webgl',
  '--font-render-hinting=none',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-first-run',
  '--no-pings',
];

/** A page where nothing runs and nothing is fetched; what a page tries all the same is named to `onRefused`. */
export async function sealedPage(browser: Browser, onRefused: (url: string) => void): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = request.url();
    if (url === 'about:blank' || url.startsWith('data:')) return void request.continue().catch(ignore);
    onRefused(url);
    request.abort('accessdenied').catch(ignore);
  });
  return page;
}

/** Ends the browser and every process it started, without asking. */
export async function endBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child?.pid === undefined) return void (await browser.close());
  const pid = child.pid;
  const exited = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  killGroup(pid);
  await exited;
  for (let wait = 0; wait < 50 && (await groupMembers(pid)).length > 0; wait++) await sleep(20);
}

/** Resident memory of the browser and its children, in bytes; 0 where the system does not tell. */
export async function browserMemory(browser: Browser): Promise<number> {
  const pid = browser.process()?.pid;
  if (pid === undefined) return 0;
  return (await groupMembers(pid)).reduce((sum, member) => sum + member.rssBytes, 0);
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const ignore = () => undefined;
