import * as evidence from '@attestry/domain/vendors/evidence.ts';
import { evidenceStandingOn } from '@attestry/domain/vendors/evidence-standing.ts';
import { questionOf } from '@attestry/domain/vendors/questionnaire.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { Document } from '../documents/document.entity.ts';
import { evidenceDocument } from '../documents/evidence-document.ts';
import type { Context } from '../kernel/context.ts';
import { refused } from '../kernel/failure.ts';
import { type AsOf, oneOf } from '../kernel/loaders.ts';
import { lockedRecord } from '../kernel/locked-record.ts';
import { Command } from '../kernel/operation.ts';
import { columns, insert } from '../kernel/rows.ts';
import { answerOneQuestion } from './answer-question.ts';
import { questionsRestingOn } from './due-diligence.ts';
import { VendorEvidence } from './vendor-evidence.entity.ts';
import { lockedVendor } from './vendor-lock.ts';

type Gql = { readonly ctx: Context };

@Resolver('VendorEvidence')
export class VendorEvidenceResolver {
  @ResolveField()
  document({ documentId }: VendorEvidence, _: unknown, { ctx }: Gql) {
    return documentId ? oneOf(ctx, Document, documentId) : null;
  }

  @ResolveField()
  standing(document: AsOf<VendorEvidence>, _: unknown, { ctx }: Gql) {
    return evidenceStandingOn(document, document.asOf ?? ctx.me.today);
  }

  @ResolveField()
  usedBy(document: AsOf<VendorEvidence>, _: unknown, { ctx }: Gql) {
    return questionsRestingOn(ctx, document);
  }

  @Command('vendor-evidence.file', evidence.fileVendorEvidence)
  async fileVendorEvidence(ctx: Context, { vendorId, facts }: z.infer<typeof evidence.fileVendorEvidence>) {
    const vendor = await lockedVendor(ctx, vendorId);
    if (facts.documentId) await evidenceDocument(ctx, facts.documentId, 'facts.documentId');
    return insert(await ctx.tx(), VendorEvidence, { vendorId: vendor.id, ...facts });
  }

  @Command('vendor-evidence.withdraw', evidence.withdrawVendorEvidence)
  async withdrawVendorEvidence(ctx: Context, input: z.infer<typeof evidence.withdrawVendorEvidence>) {
    const document = await lockedRecord<VendorEvidence>(ctx, VendorEvidence, input, 'document');
    if (document.withdrawnAt) throw refused([{ key: 'withdrawn', text: 'It was withdrawn already.' }]);
    const questions = await questionsRestingOn(ctx, document);
    const because = questions.map((id) => ({
      key: 'in-use',
      text: `An answer rests on it: ${questionOf(id)?.text ?? id}`,
      fact: id,
    }));
    if (because.length > 0) throw refused(because);
    const [withdrawn] = await ctx.query<VendorEvidence>(
      `UPDATE app.vendor_evidence SET withdrawn_at = clock_timestamp(), withdrawn_reason = $2 WHERE id = $1 RETURNING ${columns(VendorEvidence)}`,
      [input.id, input.reason],
    );
    return withdrawn;
  }

  @Command('due-diligence.answer', evidence.answerQuestion)
  answerQuestion(ctx: Context, input: z.infer<typeof evidence.answerQuestion>) {
    return answerOneQuestion(ctx, input);
  }
}
