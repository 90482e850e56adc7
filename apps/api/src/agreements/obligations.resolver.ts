import { obligationOn } from '@attestry/domain/agreements/obligation.ts';
import * as facts from '@attestry/domain/agreements/return-or-destroy.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { Document } from '../documents/document.entity.ts';
import type { Context } from '../kernel/context.ts';
import { type AsOf, oneOf } from '../kernel/loaders.ts';
import { Command } from '../kernel/operation.ts';
import { declared, dueChanged, fulfilled, rechecked } from './account-for-phi.ts';
import type { ReturnObligation } from './return-obligation.entity.ts';

/** Its note is the reason that the log keeps. */
const recheckObligation = facts.recheckObligation.transform(({ note, ...input }) => ({ ...input, reason: note }));

@Resolver('ReturnObligation')
export class ObligationsResolver {
  @ResolveField()
  certificate({ certificateId }: ReturnObligation, _: unknown, { ctx }: { ctx: Context }) {
    return certificateId ? oneOf(ctx, Document, certificateId) : null;
  }

  @ResolveField()
  standing(obligation: AsOf<ReturnObligation>, _: unknown, { ctx }: { ctx: Context }) {
    return obligationOn(obligation, obligation.asOf ?? ctx.me.today);
  }

  @Command('return-obligation.fulfil', facts.fulfilObligation)
  fulfilObligation(ctx: Context, input: z.infer<typeof facts.fulfilObligation>) {
    return fulfilled(ctx, input);
  }

  @Command('return-obligation.declare-infeasible', facts.declareInfeasible)
  declareInfeasible(ctx: Context, input: z.infer<typeof facts.declareInfeasible>) {
    return declared(ctx, input);
  }

  @Command('return-obligation.declare-infeasible', recheckObligation)
  recheckObligation(ctx: Context, input: z.infer<typeof recheckObligation>) {
    return rechecked(ctx, input);
  }

  @Command('return-obligation.change-due', facts.changeObligationDue)
  changeObligationDue(ctx: Context, input: z.infer<typeof facts.changeObligationDue>) {
    return dueChanged(ctx, input);
  }
}
