import { once } from 'node:events';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { arrayBuffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { TableProblem } from './table-problem.ts';
import type { Answer, Order, Readings } from './table-thread.ts';

/** Of one reading. A file that needs more is refused; the process goes on. */
export const LIMITS = { heapMegabytes: 256, seconds: 60 };
const AT_ONCE = 2;

/** Beside this module, as a source and as a bundle. */
const SCRIPT = new URL(`table-thread${extname(import.meta.url)}`, import.meta.url);

/** What a reading takes beside the bytes; the name of the file, as the person knows it, comes first. */
type Args<Name extends keyof Readings> =
  Parameters<Readings[Name]> extends [Uint8Array, ...infer Rest extends [string, ...unknown[]]] ? Rest : never;

/**
 * Reads an uploaded table in a thread of its own: the event loop stays free, memory and time are bounded. Throws the
 * `TableProblem` of the reading, or one that names the limit. Two files are read at once, others wait.
 */
export async function inThread<Name extends keyof Readings>(
  reading: Name,
  source: Readable,
  args: Args<Name>,
  limits = LIMITS,
): Promise<Awaited<ReturnType<Readings[Name]>>> {
  // While it waits nobody listens to the source, and an error that nobody hears ends the process. Reading repeats it.
  source.on('error', () => {});
  const answer = await inTurn(async () => {
    const bytes = await arrayBuffer(source);
    return run({ reading, bytes, args }, args[0], limits);
  });
  if ('read' in answer) return answer.read as Awaited<ReturnType<Readings[Name]>>;
  throw new TableProblem(answer.problem.key, answer.problem.message, answer.problem);
}

const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function run(order: Order, name: string, { heapMegabytes, seconds }: typeof LIMITS): Promise<Answer> {
  const late = AbortSignal.timeout(seconds * 1_000);
  const thread = new Worker(SCRIPT, {
    workerData: order,
    transferList: [order.bytes],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  // Also after the answer, or while it is being ended.
  thread.on('error', () => {});
  try {
    const [answer] = await once(thread, 'message', { signal: late });
    return answer;
  } catch (error) {
    if (late.aborted) throw tooMuch('too-slow', `${name} could not be read within ${seconds} seconds.`, seconds);
    if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    throw tooMuch('too-much-memory', `${name} needs more than ${heapMegabytes} MB of memory.`, heapMegabytes);
  } finally {
    await thread.terminate();
  }
}

const tooMuch = (key: 'too-slow' | 'too-much-memory', what: string, limit: number) =>
  new TableProblem(key, `${what} Split it into smaller files, or save it as CSV.`, { limit });
