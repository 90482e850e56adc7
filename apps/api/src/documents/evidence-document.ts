import type { Context } from '../kernel/context.ts';
import { invalid } from '../kernel/failure.ts';
import { isId } from '../kernel/ids.ts';
import { byId } from '../kernel/rows.ts';
import { Document } from './document.entity.ts';

/**
 * The uploaded file that a command names as evidence; INVALID at `path` for any other id. Another organization's file,
 * an import's file and a report are answered like one that never was.
 */
export async function evidenceDocument(ctx: Context, id: string, path: string): Promise<Document> {
  const found = isId(id) ? await byId<Document>(await ctx.tx(), Document, id) : undefined;
  if (found?.purpose !== 'evidence')
    throw invalid({ path, message: 'names no uploaded document; upload the file again' });
  return found;
}
