import * as facts from '@attestry/domain/agreements/facts.ts';
import { mayEnd } from '@attestry/domain/agreements/supersession.ts';
import { Resolver } from '@nestjs/graphql';
import type { infer as Infer } from 'zod';
import type { Context } from '../kernel/context.ts';
import { refused } from '../kernel/failure.ts';
import { Command } from '../kernel/operation.ts';
import type { Agreement } from './agreement.entity.ts';
import { changeAgreement, lockedAgreement } from './agreement-write.ts';
import { type Amending, amended } from './amend.ts';
import { type Creation, newAgreement } from './new-agreement.ts';
import { type Signing, signed } from './sign.ts';
import { type Supersession, superseded } from './supersede.ts';

@Resolver()
export class AgreementCommandsResolver {
  @Command('agreement.create', facts.createAgreement)
  createAgreement(ctx: Context, input: Creation) {
    return newAgreement(ctx, input);
  }

  @Command('agreement.update', facts.updateAgreement)
  async updateAgreement(ctx: Context, input: Infer<typeof facts.updateAgreement>) {
    return changeAgreement(ctx, await lockedAgreement(ctx, input.id, input.version), input.facts);
  }

  @Command('agreement.sign', facts.signAgreement)
  signAgreement(ctx: Context, input: Signing) {
    return signed(ctx, input);
  }

  @Command('agreement.give-notice', facts.giveNotice)
  async giveNotice(ctx: Context, input: Infer<typeof facts.giveNotice>) {
    const { id, version, reason: endReason, ...notice } = input;
    return changeAgreement(ctx, await endable(ctx, id, version), { ...notice, endReason });
  }

  @Command('agreement.end', facts.endAgreement)
  async endAgreement(ctx: Context, { id, version, endsOn, reason: endReason }: Infer<typeof facts.endAgreement>) {
    return changeAgreement(ctx, await endable(ctx, id, version), { endsOn, endReason });
  }

  @Command('agreement.supersede', facts.supersedeAgreement)
  supersedeAgreement(ctx: Context, input: Supersession) {
    return superseded(ctx, input);
  }

  @Command('agreement.amend', facts.amendAgreement)
  amendAgreement(ctx: Context, input: Amending) {
    return amended(ctx, input);
  }
}

/** An agreement that may end: one that another took the place of has ended by that. */
async function endable(ctx: Context, id: string, version: number): Promise<Agreement> {
  const agreement = await lockedAgreement(ctx, id, version);
  const decision = mayEnd(agreement);
  if (!decision.allowed) throw refused(decision.because);
  return agreement;
}
