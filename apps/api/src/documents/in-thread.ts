import { extname } from 'node:path';
import { answerOfThread, OverLimit, type ThreadLimits, turns } from './bounded-thread.ts';
import { DocumentProblem } from './document-problem.ts';
import type { Answer, Jobs } from './document-thread.ts';
import type { EncryptedFile } from './encrypted-file.ts';

/** Of one look into a file. One that needs more is refused, or left unread; the process goes on. */
export const LIMITS = {
  'office-format': { heapMegabytes: 128, seconds: 30 },
  'pdf-opens': { heapMegabytes: 512, seconds: 20 },
  text: { heapMegabytes: 512, seconds: 120 },
} as const satisfies Record<keyof Jobs, ThreadLimits>;

/** Beside this module, as a source and as a bundle. */
const SCRIPT = new URL(`document-thread${extname(import.meta.url)}`, import.meta.url);
const inTurn = turns(2);

type Args<Job extends keyof Jobs> =
  Parameters<Jobs[Job]> extends [EncryptedFile, ...infer Rest extends unknown[]] ? Rest : never;

/**
 * Does what parses a stranger's bytes in a thread of its own. Throws the `DocumentProblem` that was found, or one that
 * names the limit. The thread reads and decrypts the file itself: its bytes never pass through this one.
 */
export async function inThread<Job extends keyof Jobs>(
  job: Job,
  file: EncryptedFile,
  args: Args<Job>,
  { limits = LIMITS[job], signal }: { readonly limits?: ThreadLimits; readonly signal?: AbortSignal } = {},
): Promise<Awaited<ReturnType<Jobs[Job]>>> {
  const order = { job, file, args };
  const answer = await inTurn(() =>
    answerOfThread<Answer>(SCRIPT, order, limits, signal ? { signal } : {}).catch((error) => {
      if (!(error instanceof OverLimit)) throw error;
      throw new DocumentProblem(`${args[0]} ${TOO_MUCH[error.of](limits[error.of])}`);
    }),
  );
  if ('problem' in answer) throw new DocumentProblem(answer.problem);
  return answer.result as Awaited<ReturnType<Jobs[Job]>>;
}

const TOO_MUCH: Record<keyof ThreadLimits, (limit: number) => string> = {
  seconds: (limit) => `could not be read within ${limit} seconds. Split it, or save it anew as PDF.`,
  heapMegabytes: (limit) => `needs more than ${limit} MB of memory to be read. Split it, or save it anew as PDF.`,
};
