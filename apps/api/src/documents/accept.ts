import type { FormatKey } from '@attestry/domain/documents/formats.ts';
import { agreeing } from './content.ts';
import { DocumentProblem } from './document-problem.ts';
import { type EncryptedFile, openEncrypted } from './encrypted-file.ts';
import { inThread } from './in-thread.ts';
import type { Inspection } from './inspection.ts';
import { checkEnd, hasTable } from './pdf-file.ts';

/** What a received file is. Throws a `DocumentProblem` unless it is whole, readable and of a kind that is kept. */
export async function acceptedFormat(seen: Inspection, file: EncryptedFile): Promise<FormatKey> {
  if (seen.content === 'archive') return agreeing(await inThread('office-format', file, [seen.name]), seen.name);
  if (seen.content === 'pdf') await checkPdf(seen, file);
  return seen.content!;
}

async function checkPdf(seen: Inspection, file: EncryptedFile): Promise<void> {
  checkEnd(seen);
  if (seen.saysEncrypted) throw encrypted(seen.name);
  await using bytes = await openEncrypted(file);
  if (await hasTable(seen, bytes)) return;
  const outcome = await inThread('pdf-opens', file, [seen.name]);
  if (outcome === 'password') throw encrypted(seen.name);
  if (outcome === 'damaged')
    throw new DocumentProblem(`${seen.name} is damaged: no page of it can be read. Export it again, then upload it.`);
}

const encrypted = (name: string) =>
  new DocumentProblem(
    `${name} is encrypted: it asks for a password, or forbids printing or copying. Remove the password and upload it again.`,
  );
