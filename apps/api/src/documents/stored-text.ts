import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pageOffsets } from '@attestry/domain/documents/text-pages.ts';
import { Inject, Injectable } from '@nestjs/common';
import type * as Gql from '../generated/contract.ts';
import type { Context } from '../kernel/context.ts';
import { invalid } from '../kernel/failure.ts';
import type { StoredFile } from './document-store.ts';
import type { DocumentText } from './document-text.entity.ts';
import { Documents } from './documents.service.ts';

const MAX_PAGES = 50;
const MAX_STORED_BYTES = 100_000_000;

/** The text of documents in the store: the list of its pages, as JSON. */
@Injectable()
export class StoredText {
  constructor(@Inject(Documents) private readonly documents: Documents) {}

  write(pages: readonly string[]): Promise<StoredFile> {
    return this.documents.store.write(Readable.from([Buffer.from(JSON.stringify(pages))]), MAX_STORED_BYTES);
  }

  /** All pages; none where no text was read. */
  async pages(ctx: Context, { objectKey, wrappedKey }: DocumentText): Promise<string[]> {
    if (!objectKey || !wrappedKey) return [];
    return ctx.loader(`text ${objectKey}`, async () =>
      json(await this.documents.open(await ctx.tx(), ctx.me.orgId, { objectKey, wrappedKey })),
    ) as Promise<string[]>;
  }

  async some(
    ctx: Context,
    text: DocumentText,
    { from, first }: { from: number; first: number },
  ): Promise<Gql.TextPage[]> {
    if (!(from >= 1)) throw invalid({ path: 'from', message: 'must be 1 or more' });
    if (!(first >= 1 && first <= MAX_PAGES)) throw invalid({ path: 'first', message: `must be 1 to ${MAX_PAGES}` });
    const pages = await this.pages(ctx, text);
    const offsets = pageOffsets(pages);
    return pages
      .slice(from - 1, from - 1 + first)
      .map((page, index) => ({ number: from + index, offset: offsets[from - 1 + index]!, text: page }));
  }
}
