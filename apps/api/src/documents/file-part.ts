import { setTimeout } from 'node:timers/promises';
import { line } from '@attestry/domain/text.ts';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { invalid } from '../kernel/failure.ts';

type Uploading = FastifyRequest & {
  file(options: { limits: { fileSize: number } }): Promise<MultipartFile | undefined>;
};

/** Longest wait for the rest of a refused upload. */
const DRAIN_MS = 60_000;

/** The file of a multipart request in the field `file`, and its name; `kinds` says what to choose where there is none. */
export async function filePart(
  request: FastifyRequest,
  maxBytes: number,
  kinds: string,
): Promise<{ part: MultipartFile; name: string }> {
  // One byte more than allowed comes through, so that whoever reads sees that it is too large.
  const part = await (request as Uploading).file({ limits: { fileSize: maxBytes + 1 } }).catch(() => undefined);
  if (part?.fieldname !== 'file') throw invalid({ path: 'file', message: `is missing: choose a file (${kinds})` });
  const name = line(300).safeParse(part.filename);
  if (!name.success) throw invalid({ path: 'file', message: 'has no usable name' });
  return { part, name: name.data };
}

/** Lets the rest of a refused file pass: a browser that still sends would see a broken connection, not the answer. */
export async function drain({ file }: MultipartFile): Promise<void> {
  if (file.readableEnded || file.destroyed) return;
  file.on('error', () => {}).resume();
  const ended = new Promise((resolve) => file.once('close', resolve).once('end', resolve));
  await Promise.race([ended, setTimeout(DRAIN_MS, undefined, { ref: false })]);
}
