import * as facts from '@attestry/domain/agreements/facts.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { Document } from '../documents/document.entity.ts';
import type { Context } from '../kernel/context.ts';
import { type AsOf, oneOf, rowsBy } from '../kernel/loaders.ts';
import { Command } from '../kernel/operation.ts';
import { AgreementDocument } from './agreement-document.entity.ts';
import type { Amendment } from './amendment.entity.ts';
import { documentFiled, documentWithdrawn } from './file-document.ts';

@Resolver('AgreementDocument')
export class AgreementDocumentsResolver {
  @ResolveField()
  document({ documentId }: AgreementDocument, _: unknown, { ctx }: { ctx: Context }) {
    return oneOf(ctx, Document, documentId);
  }

  @ResolveField()
  async isLatest({ id, agreementId, asOf }: AsOf<AgreementDocument>, _: unknown, { ctx }: { ctx: Context }) {
    const files = await rowsBy(ctx, AgreementDocument, 'agreementId', agreementId, asOf);
    return !files.some(({ replacesId }) => replacesId === id);
  }

  @Command('agreement.file-document', facts.fileAgreementDocument)
  fileAgreementDocument(ctx: Context, input: z.infer<typeof facts.fileAgreementDocument>) {
    return documentFiled(ctx, input);
  }

  @Command('agreement.file-document', facts.withdrawAgreementDocument)
  withdrawAgreementDocument(ctx: Context, input: z.infer<typeof facts.withdrawAgreementDocument>) {
    return documentWithdrawn(ctx, input);
  }
}

@Resolver('Amendment')
export class AmendmentsResolver {
  @ResolveField()
  document({ documentId }: Amendment, _: unknown, { ctx }: { ctx: Context }) {
    return documentId ? oneOf(ctx, Document, documentId) : null;
  }
}
