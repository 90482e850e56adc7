import { Inject } from '@nestjs/common';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../kernel/context.ts';
import { isId } from '../kernel/ids.ts';
import { oneOf, rowsBy } from '../kernel/loaders.ts';
import { Ask } from '../kernel/operation.ts';
import { memberName } from '../people/member-names.ts';
import { Document } from './document.entity.ts';
import { DocumentText } from './document-text.entity.ts';
import { StoredText } from './stored-text.ts';

/** What imports and reports keep has no page of its own, and its text is not read. */
const NOT_READ = {
  status: 'no_text',
  problem: 'The text of this file is not read.',
  pageCount: null,
  characters: null,
};

@Resolver('Document')
export class DocumentResolver {
  @Ask('document.read')
  async document(ctx: Context, { id }: { id: string }) {
    const found = isId(id) ? await oneOf(ctx, Document, id) : undefined;
    return found?.purpose === 'evidence' ? found : null;
  }

  @ResolveField()
  size({ size }: Document) {
    return Number(size);
  }

  @ResolveField()
  receivedFrom({ receivedFrom }: Document, _: unknown, { ctx }: { ctx: Context }) {
    return receivedFrom ? memberName(ctx, receivedFrom) : '';
  }

  @ResolveField()
  async text({ id }: Document, _: unknown, { ctx }: { ctx: Context }) {
    return (await rowsBy(ctx, DocumentText, 'documentId', id))[0] ?? NOT_READ;
  }
}

@Resolver('DocumentText')
export class DocumentTextResolver {
  constructor(@Inject(StoredText) private readonly stored: StoredText) {}

  @ResolveField()
  pages(text: DocumentText, args: { from: number; first: number }, { ctx }: { ctx: Context }) {
    return this.stored.some(ctx, text, args);
  }
}
