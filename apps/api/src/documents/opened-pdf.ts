import { getDocumentProxy } from 'unpdf';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Opens a PDF and gives it back when `work` is done; `password` or `damaged` where it does not open. */
export async function withPdf<Result>(
  bytes: Uint8Array,
  work: (pdf: Pdf) => Promise<Result>,
): Promise<Result | 'password' | 'damaged'> {
  let pdf: Pdf;
  try {
    // Nothing is fetched, nothing of the file is executed.
    pdf = await getDocumentProxy(bytes, { isEvalSupported: false, useSystemFonts: false, verbosity: 0 } as never);
  } catch (error) {
    return (error as Error).name === 'PasswordException' || /encrypt/i.test((error as Error).message)
      ? 'password'
      : 'damaged';
  }
  try {
    return await work(pdf);
  } finally {
    await pdf.loadingTask.destroy();
  }
}
