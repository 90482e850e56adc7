import { metOn } from '@attestry/domain/agreements/condition.ts';
import * as facts from '@attestry/domain/agreements/facts.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { Document } from '../documents/document.entity.ts';
import type { Context } from '../kernel/context.ts';
import { refused } from '../kernel/failure.ts';
import { type AsOf, oneOf, rowsBy } from '../kernel/loaders.ts';
import { Command } from '../kernel/operation.ts';
import { insert } from '../kernel/rows.ts';
import { Service } from '../vendors/service.entity.ts';
import { AgreementCondition } from './agreement-condition.entity.ts';
import { lockedAgreement } from './agreement-write.ts';
import { ConditionStatus } from './condition-status.entity.ts';
import { lockedPart } from './locked-part.ts';
import { listedServiceOf } from './references.ts';
import { statusSet } from './set-condition-status.ts';

@Resolver('AgreementCondition')
export class ConditionsResolver {
  @ResolveField()
  service({ serviceId, asOf }: AsOf<AgreementCondition>, _: unknown, { ctx }: { ctx: Context }) {
    return serviceId ? oneOf(ctx, Service, serviceId, asOf) : null;
  }

  @ResolveField()
  async statuses({ id, asOf }: AsOf<AgreementCondition>, _: unknown, { ctx }: { ctx: Context }) {
    const rows = await rowsBy(ctx, ConditionStatus, 'conditionId', id, asOf);
    return rows.toSorted((one, other) => (one.since < other.since ? 1 : -1));
  }

  @ResolveField()
  async met({ id, asOf }: AsOf<AgreementCondition>, _: unknown, { ctx }: { ctx: Context }) {
    return metOn(await rowsBy(ctx, ConditionStatus, 'conditionId', id, asOf), asOf ?? ctx.me.today);
  }

  @Command('agreement.set-condition', facts.addCondition)
  async addCondition(ctx: Context, { agreementId, serviceId, condition }: z.infer<typeof facts.addCondition>) {
    const agreement = await lockedAgreement(ctx, agreementId);
    if (serviceId) await listedServiceOf(ctx, agreementId, serviceId);
    await insert(await ctx.tx(), AgreementCondition, { agreementId, serviceId: serviceId ?? null, condition });
    return agreement;
  }

  @Command('agreement.set-condition', facts.setConditionStatus)
  setConditionStatus(ctx: Context, input: z.infer<typeof facts.setConditionStatus>) {
    return statusSet(ctx, input);
  }

  @Command('agreement.set-condition', facts.withdrawCondition)
  async withdrawCondition(ctx: Context, { id, version, reason }: z.infer<typeof facts.withdrawCondition>) {
    const { agreement, part } = await lockedPart(ctx, AgreementCondition, { id, version }, 'condition');
    if (part.withdrawnAt) throw refused([{ key: 'withdrawn', text: 'It was withdrawn already.' }]);
    await ctx.query(
      'UPDATE app.agreement_condition SET withdrawn_at = clock_timestamp(), withdrawn_reason = $2 WHERE id = $1',
      [id, reason],
    );
    return agreement;
  }
}

@Resolver('ConditionStatus')
export class ConditionStatusesResolver {
  @ResolveField()
  document({ documentId }: ConditionStatus, _: unknown, { ctx }: { ctx: Context }) {
    return documentId ? oneOf(ctx, Document, documentId) : null;
  }
}
