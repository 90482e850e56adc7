import type { fileAgreementDocument, withdrawAgreementDocument } from '@attestry/domain/agreements/facts.ts';
import type { z } from 'zod';
import { evidenceDocument } from '../documents/evidence-document.ts';
import type { Context } from '../kernel/context.ts';
import { invalid, refused } from '../kernel/failure.ts';
import { readBy } from '../kernel/loaders.ts';
import { insert, update } from '../kernel/rows.ts';
import type { Agreement } from './agreement.entity.ts';
import { AgreementDocument } from './agreement-document.entity.ts';
import { lockedAgreement } from './agreement-write.ts';
import { lockedPart } from './locked-part.ts';

/** Files an uploaded document with an agreement, as a new file or as the next version of one. */
export async function documentFiled(ctx: Context, input: z.infer<typeof fileAgreementDocument>): Promise<Agreement> {
  const agreement = await lockedAgreement(ctx, input.agreementId);
  await evidenceDocument(ctx, input.documentId, 'documentId');
  if (input.replacesId) await checkReplaced(ctx, agreement.id, input.replacesId.toLowerCase());
  await insert(await ctx.tx(), AgreementDocument, input);
  return agreement;
}

async function checkReplaced(ctx: Context, agreementId: string, replacesId: string): Promise<void> {
  const files = await readBy(ctx, AgreementDocument, 'agreementId', [agreementId]);
  const replaced = files.find(({ id }) => id === replacesId);
  const say = (message: string) => invalid({ path: 'replacesId', message });
  if (!replaced) throw say('is not a file of this agreement');
  if (replaced.withdrawnAt) throw say('was withdrawn');
  if (files.some((file) => file.replacesId === replacesId)) throw say('has a later version already; replace that one');
}

/** Filed by mistake: a version that it took the place of is the latest again, or the next version's predecessor. */
export async function documentWithdrawn(
  ctx: Context,
  { id, version, reason }: z.infer<typeof withdrawAgreementDocument>,
): Promise<Agreement> {
  const { agreement, part } = await lockedPart(ctx, AgreementDocument, { id, version }, 'file of an agreement');
  if (part.withdrawnAt) throw refused([{ key: 'withdrawn', text: 'It was withdrawn already.' }]);
  await ctx.query(
    `UPDATE app.agreement_document SET withdrawn_at = clock_timestamp(), withdrawn_reason = $2, replaces_id = NULL
     WHERE id = $1`,
    [id, reason],
  );
  const [next] = await readBy(ctx, AgreementDocument, 'replacesId', [id]);
  if (next) await update(await ctx.tx(), AgreementDocument, { id: next.id }, { replacesId: part.replacesId });
  return agreement;
}
