import * as changes from '@attestry/domain/agreements/obligation-changes.ts';
import type * as facts from '@attestry/domain/agreements/return-or-destroy.ts';
import type { Decision } from '@attestry/domain/decision.ts';
import type { z } from 'zod';
import { evidenceDocument } from '../documents/evidence-document.ts';
import type { Context } from '../kernel/context.ts';
import { invalid, refused } from '../kernel/failure.ts';
import { update } from '../kernel/rows.ts';
import type { Agreement } from './agreement.entity.ts';
import { lockedPart } from './locked-part.ts';
import { ReturnObligation } from './return-obligation.entity.ts';

/** Returned, destroyed or never held. Said again, it corrects what was said, or adds the certificate. */
export async function fulfilled(ctx: Context, input: z.infer<typeof facts.fulfilObligation>): Promise<Agreement> {
  const { id, version, outcome, doneOn, method, certificateId = null } = input;
  const { agreement, part } = await obligation(ctx, { id, version });
  check(changes.wrongFulfilment(part, { outcome, doneOn, method }, ctx.me.today));
  if (certificateId) await evidenceDocument(ctx, certificateId, 'certificateId');
  await update(await ctx.tx(), ReturnObligation, { id }, { outcome, doneOn, method, certificateId });
  return agreement;
}

export async function declared(ctx: Context, input: z.infer<typeof facts.declareInfeasible>): Promise<Agreement> {
  const { id, version, since, reason, protections } = input;
  const { agreement, part } = await obligation(ctx, { id, version });
  allow(changes.mayStillChange(part));
  check(changes.wrongInfeasibility(since, agreement.endsOn, ctx.me.today));
  const branch = { infeasibleSince: since, infeasibleReason: reason, protections, recheckedOn: null };
  await update(await ctx.tx(), ReturnObligation, { id }, branch);
  return agreement;
}

export async function rechecked(
  ctx: Context,
  { id, version, recheckedOn }: { readonly id: string; readonly version: number; readonly recheckedOn: string },
): Promise<Agreement> {
  const { agreement, part } = await obligation(ctx, { id, version });
  allow(changes.mayRecheck(part));
  check(changes.wrongRecheck(part, recheckedOn, ctx.me.today));
  await update(await ctx.tx(), ReturnObligation, { id }, { recheckedOn });
  return agreement;
}

export async function dueChanged(ctx: Context, input: z.infer<typeof facts.changeObligationDue>): Promise<Agreement> {
  const { id, version, dueOn } = input;
  const { agreement, part } = await obligation(ctx, { id, version });
  allow(changes.mayStillChange(part));
  check(changes.wrongDue(dueOn, agreement.endsOn));
  await update(await ctx.tx(), ReturnObligation, { id }, { dueOn });
  return agreement;
}

const obligation = (ctx: Context, at: { id: string; version: number }) =>
  lockedPart<ReturnObligation>(ctx, ReturnObligation, at, 'obligation');

function allow(decision: Decision): void {
  if (!decision.allowed) throw refused(decision.because);
}

function check(wrong: readonly changes.WrongField[]): void {
  if (wrong.length > 0) throw invalid(...wrong.map(({ fact, text }) => ({ path: fact, message: text })));
}
