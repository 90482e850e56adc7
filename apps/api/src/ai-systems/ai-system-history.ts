import type { Context } from '../kernel/context.ts';
import { historyOf } from '../kernel/history.ts';
import { Service } from '../vendors/service.entity.ts';
import { AiSystem } from './ai-system.entity.ts';
import { PhiFlow } from './phi-flow.entity.ts';

/** Who recorded or changed a system or one of its PHI flows, when, what before and after, and why; newest first. */
export async function aiSystemHistory(ctx: Context, id: string, args: { first: number; after?: string | null }) {
  const flows = await ctx.query<{ id: string }>('SELECT id FROM app.phi_flow WHERE ai_system_id = $1', [id]);
  return historyOf(
    ctx,
    [
      { entity: AiSystem, ids: [id], without: ['tierRuleVersion'] },
      {
        entity: PhiFlow,
        ids: flows.map((flow) => flow.id),
        refs: { serviceId: Service },
        called: ({ place, serviceId }) => place || serviceId,
      },
    ],
    args,
  );
}
