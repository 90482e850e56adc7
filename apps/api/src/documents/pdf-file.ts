import { DocumentProblem } from './document-problem.ts';
import type { Inspection } from './inspection.ts';
import type { Bytes } from './zip-archive.ts';

/** Readers look for it among the last bytes; what follows it is padding. */
const END_WITHIN = 1_024;

/** Throws a `DocumentProblem` for a PDF that was cut short. */
export function checkEnd({ tail, name }: Inspection): void {
  const end = tail.toString('latin1').replace(/[\s\u0000]+$/, '');
  if (!end.slice(-END_WITHIN).includes('%%EOF'))
    throw new DocumentProblem(
      `${name} is cut short: a PDF ends in %%EOF, and this file does not. Download or export it again, then upload it.`,
    );
}

/** Whether the table of its objects stands where its end says; where it does not, readers must search the whole file. */
export async function hasTable({ tail }: Inspection, bytes: Bytes): Promise<boolean> {
  const place = [...tail.toString('latin1').matchAll(/startxref\s+(\d{1,10})\s/g)].at(-1)?.[1];
  const at = Number(place ?? bytes.size);
  if (at >= bytes.size) return false;
  return /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test((await bytes.read(at, at + 64)).toString('latin1'));
}
