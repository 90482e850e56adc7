import { movedDue, obligationsAtEnd } from '@attestry/domain/agreements/obligation.ts';
import type { Context } from '../kernel/context.ts';
import { readBy } from '../kernel/loaders.ts';
import { insertMany, updateMany } from '../kernel/rows.ts';
import type { Agreement } from './agreement.entity.ts';
import { ReturnObligation } from './return-obligation.entity.ts';

/** An end that was recorded starts what is to be returned or destroyed; an end that moved takes along what is due. */
export async function settleObligations(ctx: Context, before: Agreement, after: Agreement): Promise<void> {
  if (after.endsOn === null) return;
  const tx = await ctx.tx();
  const present = await readBy(ctx, ReturnObligation, 'agreementId', [after.id]);
  if (present.length === 0) {
    const started = obligationsAtEnd(after.endsOn, after.returnDays);
    await insertMany<ReturnObligation>(
      tx,
      ReturnObligation,
      started.map((one) => ({ agreementId: after.id, ...one })),
    );
    return;
  }
  const moved = present.flatMap((one) => {
    const dueOn = movedDue(one, before, after);
    return dueOn === undefined ? [] : [{ id: one.id, dueOn }];
  });
  await updateMany<ReturnObligation>(tx, ReturnObligation, moved);
}
