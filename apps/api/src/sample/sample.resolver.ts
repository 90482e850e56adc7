import { Inject } from '@nestjs/common';
import { Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { refused } from '../kernel/failure.ts';
import { Command } from '../kernel/operation.ts';
import { Tasks } from '../kernel/tasks.ts';
import { lockOrganization, refuseUnlessEmpty } from './emptiness.ts';
import { FILL_SAMPLE } from './sample-task.ts';

@Resolver()
export class SampleResolver {
  constructor(@Inject(Tasks) private readonly tasks: Tasks) {}

  @Command('organization.fill-sample', z.object({}))
  async fillSample(ctx: Context) {
    const tx = await ctx.tx();
    await lockOrganization(tx, ctx.me.orgId);
    await refuseUnlessEmpty(tx);
    const [task] = await tx.query(
      `SELECT 1 FROM app.background_task WHERE kind = $1 AND status IN ('queued', 'running')`,
      [FILL_SAMPLE],
    );
    if (task) throw refused([{ key: 'under-way', text: 'The sample is being filled already.', citation: 'policy' }]);
    return this.tasks.start(ctx, FILL_SAMPLE, ctx.me.orgId);
  }
}
