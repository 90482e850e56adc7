import { parentPort, workerData } from 'node:worker_threads';
import type { FormatKey } from '@attestry/domain/documents/formats.ts';
import { DocumentProblem } from './document-problem.ts';
import { type EncryptedFile, openEncrypted } from './encrypted-file.ts';
import { officeFormat } from './office-archive.ts';

/** What parses a stranger's bytes. The name of the file, as the person knows it, comes first after the file. */
const JOBS = {
  'office-format': async (file: EncryptedFile, name: string) => {
    await using bytes = await openEncrypted(file);
    return await officeFormat(bytes, name);
  },
  'pdf-opens': async (file: EncryptedFile, _name: string) => {
    const { withPdf } = await import('./opened-pdf.ts');
    return withPdf(await whole(file), async ({ numPages }) => (numPages > 0 ? 'opens' : 'damaged'));
  },
  text: async (file: EncryptedFile, name: string, format: FormatKey) => {
    const { textOf } = await import('./text/text-of.ts');
    return textOf(await whole(file), name, format);
  },
};
export type Jobs = typeof JOBS;

interface Order {
  readonly job: keyof Jobs;
  readonly file: EncryptedFile;
  readonly args: readonly unknown[];
}
export type Answer = { readonly result: unknown } | { readonly problem: string };

parentPort!.postMessage(await answerTo(workerData as Order));

async function answerTo({ job, file, args }: Order): Promise<Answer> {
  const run = JOBS[job] as (file: EncryptedFile, ...args: readonly unknown[]) => Promise<unknown>;
  try {
    return { result: await run(file, ...args) };
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    return { problem: error.message };
  }
}

async function whole(file: EncryptedFile): Promise<Uint8Array> {
  await using bytes = await openEncrypted(file);
  return new Uint8Array(await bytes.read(0, file.size));
}
