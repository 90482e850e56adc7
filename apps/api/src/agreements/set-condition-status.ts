import type { setConditionStatus } from '@attestry/domain/agreements/facts.ts';
import { dayText } from '@attestry/domain/time/day-text.ts';
import type { z } from 'zod';
import { evidenceDocument } from '../documents/evidence-document.ts';
import type { Context } from '../kernel/context.ts';
import { invalid, notFound, refused } from '../kernel/failure.ts';
import { byId } from '../kernel/rows.ts';
import type { Agreement } from './agreement.entity.ts';
import { AgreementCondition } from './agreement-condition.entity.ts';
import { lockedAgreement } from './agreement-write.ts';

/** From a day on a condition is met, or not, or nobody knows; said again for the same day, the later word stands. */
export async function statusSet(ctx: Context, input: z.infer<typeof setConditionStatus>): Promise<Agreement> {
  const { conditionId, since, met, note, documentId = null } = input;
  const found = await byId<AgreementCondition>(await ctx.tx(), AgreementCondition, conditionId);
  if (!found) throw notFound('condition');
  const agreement = await lockedAgreement(ctx, found.agreementId);
  const condition = (await byId<AgreementCondition>(await ctx.tx(), AgreementCondition, conditionId, 'lock'))!;
  if (condition.withdrawnAt) throw refused([{ key: 'withdrawn', text: 'The condition was withdrawn.' }]);
  if (since > ctx.me.today)
    throw invalid({ path: 'since', message: `must not be after today, ${dayText(ctx.me.today)}` });
  if (documentId) await evidenceDocument(ctx, documentId, 'documentId');
  await ctx.query(
    `INSERT INTO app.condition_status (condition_id, since, met, note, document_id) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (org_id, condition_id, since) DO UPDATE
     SET met = EXCLUDED.met, note = EXCLUDED.note, document_id = EXCLUDED.document_id`,
    [conditionId, since, met, note, documentId],
  );
  return agreement;
}
