import { once } from 'node:events';
import { type Transferable, Worker } from 'node:worker_threads';

export interface ThreadLimits {
  readonly heapMegabytes: number;
  readonly seconds: number;
}

/** A thread needed more than it may have. */
export class OverLimit extends Error {
  readonly of: keyof ThreadLimits;

  constructor(of: keyof ThreadLimits) {
    super(`a thread exceeded its ${of}`);
    this.of = of;
  }
}

/** The first message of a thread that runs `script` with `order`. The event loop stays free, memory and time are bounded. */
export async function answerOfThread<Answer>(
  script: URL,
  order: unknown,
  { heapMegabytes, seconds }: ThreadLimits,
  { transfer = [], signal }: { readonly transfer?: Transferable[]; readonly signal?: AbortSignal } = {},
): Promise<Answer> {
  const late = AbortSignal.timeout(seconds * 1_000);
  const thread = new Worker(script, {
    workerData: order,
    transferList: transfer,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  // Also after the answer, or while it is being ended.
  thread.on('error', () => {});
  try {
    const [answer] = await once(thread, 'message', { signal: signal ? AbortSignal.any([late, signal]) : late });
    return answer;
  } catch (error) {
    if (late.aborted && !signal?.aborted) throw new OverLimit('seconds');
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new OverLimit('heapMegabytes');
    throw error;
  } finally {
    await thread.terminate();
  }
}

/** Lets `width` pieces of work run at once; others wait their turn. */
export function turns(width: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < width) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
