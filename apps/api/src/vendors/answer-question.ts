import type { answerQuestion } from '@attestry/domain/vendors/evidence.ts';
import { questionOf } from '@attestry/domain/vendors/questionnaire.ts';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { conflict, invalid } from '../kernel/failure.ts';
import { columns, insert, insertMany, update } from '../kernel/rows.ts';
import { AnswerEvidence } from './answer-evidence.entity.ts';
import { DueDiligenceAnswer } from './due-diligence-answer.entity.ts';
import type { Vendor } from './vendor.entity.ts';
import { lockedVendor } from './vendor-lock.ts';

type Input = z.infer<typeof answerQuestion>;

/** The first answer to a question, or a change of it. The vendor is the lock: two first answers must not both count. */
export async function answerOneQuestion(ctx: Context, input: Input): Promise<Vendor> {
  const tx = await ctx.tx();
  const vendor = await lockedVendor(ctx, input.vendorId);
  const { question, answer, explanation } = input;
  if (!questionOf(question)) throw invalid({ path: 'question', message: 'is no question of the questionnaire' });
  const evidenceIds = await evidenceOf(ctx, input);
  const [present] = await tx.query<DueDiligenceAnswer>(
    `SELECT ${columns(DueDiligenceAnswer)} FROM app.due_diligence_answer WHERE vendor_id = $1 AND question = $2`,
    [vendor.id, question],
  );
  if (present?.version !== (input.version ?? undefined)) throw conflict('answer', present ?? null);
  const given = { answer, explanation, answeredOn: ctx.me.today };
  const { id } = present
    ? (await update(tx, DueDiligenceAnswer, { id: present.id }, given))!
    : await insert(tx, DueDiligenceAnswer, { vendorId: vendor.id, question, ...given });
  await restOn(ctx, id, evidenceIds);
  return vendor;
}

/** The documents named, each once; INVALID where one is not a document of the vendor that counts. */
async function evidenceOf(ctx: Context, { vendorId, evidenceIds }: Input): Promise<string[]> {
  const wanted = [...new Set(evidenceIds.map((id) => id.toLowerCase()))];
  // Locked, so that none is withdrawn while an answer begins to rest on it.
  const found = await ctx.query<{ id: string }>(
    'SELECT id FROM app.vendor_evidence WHERE vendor_id = $1 AND id = ANY ($2::uuid[]) AND withdrawn_at IS NULL ORDER BY id FOR SHARE',
    [vendorId, wanted],
  );
  if (found.length < wanted.length)
    throw invalid({ path: 'evidenceIds', message: 'must be documents of this vendor that are not withdrawn' });
  return wanted;
}

async function restOn(ctx: Context, answerId: string, evidenceIds: readonly string[]): Promise<void> {
  const kept = await ctx.query<{ id: string }>(
    'SELECT vendor_evidence_id AS id FROM app.answer_evidence WHERE answer_id = $1 AND vendor_evidence_id = ANY ($2::uuid[])',
    [answerId, evidenceIds],
  );
  await ctx.query('DELETE FROM app.answer_evidence WHERE answer_id = $1 AND vendor_evidence_id <> ALL ($2::uuid[])', [
    answerId,
    evidenceIds,
  ]);
  const added = evidenceIds.filter((id) => !kept.some((one) => one.id === id));
  await insertMany(
    await ctx.tx(),
    AnswerEvidence,
    added.map((vendorEvidenceId) => ({ answerId, vendorEvidenceId })),
  );
}
