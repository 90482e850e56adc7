import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { arrayBuffer } from 'node:stream/consumers';
import { answerOfThread, OverLimit, type ThreadLimits, turns } from '../bounded-thread.ts';
import { TableProblem } from './table-problem.ts';

/**
 * What can be done in a thread, by name. A noun adds its own with `declare module` beside the function, and a line in
 * `table-thread.ts`, which the compiler asks for. The bytes come first, then the name of the file as the person knows it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the nouns fill it
export interface Readings {}

export interface Order {
  readonly reading: keyof Readings;
  readonly bytes: ArrayBuffer;
  readonly args: readonly unknown[];
}
export type Answer =
  | { readonly read: unknown }
  | { readonly problem: Pick<TableProblem, 'key' | 'message' | 'row' | 'limit'> };

/** Of one reading. A file that needs more is refused; the process goes on. */
export const LIMITS: ThreadLimits = { heapMegabytes: 256, seconds: 60 };
const inTurn = turns(2);

/** At the top of the sources, which knows the readings of every noun; in the bundle beside all other scripts. */
const SCRIPT = new URL(
  extname(import.meta.url) === '.ts' ? '../../table-thread.ts' : 'table-thread.js',
  import.meta.url,
);

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

async function run(order: Order, name: string, limits: ThreadLimits): Promise<Answer> {
  try {
    return await answerOfThread<Answer>(SCRIPT, order, limits, { transfer: [order.bytes] });
  } catch (error) {
    if (!(error instanceof OverLimit)) throw error;
    const { seconds, heapMegabytes } = limits;
    throw error.of === 'seconds'
      ? tooMuch('too-slow', `${name} could not be read within ${seconds} seconds.`, seconds)
      : tooMuch('too-much-memory', `${name} needs more than ${heapMegabytes} MB of memory.`, heapMegabytes);
  }
}

const tooMuch = (key: 'too-slow' | 'too-much-memory', what: string, limit: number) =>
  new TableProblem(key, `${what} Split it into smaller files, or save it as CSV.`, { limit });
