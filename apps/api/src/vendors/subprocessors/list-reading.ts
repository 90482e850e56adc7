import { formatOf } from '@attestry/domain/documents/formats.ts';
import type { ListReading } from '@attestry/domain/vendors/read-list.ts';
import { matcherOf } from '@attestry/domain/vendors/similar-names.ts';
import type { ListEntry } from '@attestry/domain/vendors/subprocessors.ts';
import { Document } from '../../documents/document.entity.ts';
import type { Documents } from '../../documents/documents.service.ts';
import { inThread } from '../../documents/table-file/in-thread.ts';
import { TableProblem } from '../../documents/table-file/table-problem.ts';
import type { Context } from '../../kernel/context.ts';
import { invalid } from '../../kernel/failure.ts';
import { isId } from '../../kernel/ids.ts';
import { readBy } from '../../kernel/loaders.ts';
import { byId } from '../../kernel/rows.ts';
import { inTransaction } from '../../kernel/transaction.ts';
import { Vendor } from '../vendor.entity.ts';
import { vendorInUse } from '../vendor-in-use.ts';

/** A list of 1,000 subprocessors with all that is said of each has half a megabyte. */
const MAX_LIST_BYTES = 10_000_000;
const LIMITS = { heapMegabytes: 256, seconds: 20 };
const MOST_CANDIDATES = 5;

/** What a list in an uploaded file says; INVALID with the reason where that is not certain. Nothing is recorded. */
export async function readingOf(
  ctx: Context,
  documents: Documents,
  { vendorId, documentId }: { readonly vendorId: string; readonly documentId: string },
): Promise<Extract<ListReading, { ok: true }>> {
  // Its own transaction, ended before the reading: a thread may take seconds, and no connection is held while it does.
  const { document, stream } = await inTransaction(ctx.source, ctx.settings('subprocessor.record-list'), async (tx) => {
    await vendorInUse(tx, vendorId);
    const found = isId(documentId) ? await byId<Document>(tx, Document, documentId) : undefined;
    if (found?.purpose !== 'evidence') throw unreadable('names no uploaded document; upload the file again');
    if (Number(found.size) > MAX_LIST_BYTES)
      throw unreadable('is larger than 10 MB, which no list of subprocessors is');
    return { document: found, stream: await documents.open(tx, ctx.me.orgId, found) };
  });
  try {
    const reading = await inThread(
      'subprocessor-list',
      stream,
      [document.name, formatOf(document.mediaType) ?? 'text'],
      LIMITS,
    );
    if (reading.ok) return reading;
    throw unreadable(`cannot be taken as a list. ${reading.because.text}`);
  } catch (error) {
    if (error instanceof TableProblem) throw unreadable(`cannot be read. ${error.message}`);
    throw error;
  }
}

/** The lines with the vendors they may be, best first. */
export async function withCandidates(ctx: Context, vendorId: string, entries: readonly ListEntry[]) {
  const named = await ctx.query<{ id: string; name: string }>(
    `SELECT id, name FROM app.vendor WHERE withdrawn_at IS NULL AND merged_into IS NULL AND id <> $1 ORDER BY id`,
    [vendorId],
  );
  const candidatesOf = matcherOf(named);
  const ids = entries.map(({ name }) =>
    candidatesOf(name)
      .slice(0, MOST_CANDIDATES)
      .map(({ vendor }) => vendor.id),
  );
  const vendors = new Map(
    (await readBy<Vendor>(ctx, Vendor, 'id', [...new Set(ids.flat())])).map((row) => [row.id, row]),
  );
  return entries.map((entry, at) => ({
    entry: { ...entry, vendorId: null },
    candidates: ids[at]!.map((id) => vendors.get(id)!),
  }));
}

const unreadable = (message: string) => invalid({ path: 'documentId', message });
