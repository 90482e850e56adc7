import type { CoverageSegment } from '@attestry/domain/agreements/coverage-answer.ts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { Agreement } from '../../agreements/agreement.entity.ts';
import type { Context } from '../../kernel/context.ts';
import { type AsOf, oneOf } from '../../kernel/loaders.ts';
import { Ask } from '../../kernel/operation.ts';
import { Service } from '../../vendors/service.entity.ts';
import { type AskedDay, askedDay } from './asked-day.ts';
import { flowAnswers } from './flow-answers.ts';
import { listFlows, type TimelineArgs } from './flow-list.ts';
import { type GapArgs, listGaps } from './gap-list.ts';
import { listMatrix } from './matrix.ts';
import type { PageArgs } from './page-of-answers.ts';
import { summaryOf } from './summary.ts';

interface Gql {
  readonly ctx: Context;
}

@Resolver()
export class CoverageResolver {
  @Ask('coverage.read')
  async coverageSummary(ctx: Context, args: AskedDay) {
    const { on, asOf } = askedDay(ctx.me, args);
    return summaryOf(await flowAnswers(ctx, {}, asOf), on);
  }

  @Ask('coverage.read')
  coverageGaps(ctx: Context, args: GapArgs) {
    return listGaps(ctx, args);
  }

  @Ask('coverage.read')
  coverageTimeline(ctx: Context, args: TimelineArgs) {
    return listFlows(ctx, args);
  }

  @Ask('coverage.read')
  coverageMatrix(ctx: Context, args: PageArgs & AskedDay) {
    return listMatrix(ctx, args);
  }
}

@Resolver('CoverageSegment')
export class CoverageSegmentResolver {
  @ResolveField()
  agreement({ agreementId, asOf }: AsOf<CoverageSegment>, _: unknown, { ctx }: Gql) {
    return agreementId && oneOf(ctx, Agreement, agreementId, asOf);
  }
}

@Resolver('MatrixRow')
export class MatrixRowResolver {
  @ResolveField()
  service({ serviceId, asOf }: AsOf<{ serviceId: string }>, _: unknown, { ctx }: Gql) {
    return oneOf(ctx, Service, serviceId, asOf);
  }
}
