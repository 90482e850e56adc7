import { addDays } from '@attestry/domain/time/dates.ts';
import type { PlainDate } from '@attestry/domain/time/plain-date.ts';
import type { AiSystem } from '../ai-systems/ai-system.entity.ts';
import { PhiFlow } from '../ai-systems/phi-flow.entity.ts';
import { insertMany } from '../kernel/rows.ts';
import type { Transaction } from '../kernel/transaction.ts';
import { SAMPLE_FLOWS } from './phi-flows.ts';
import type { RecordedVendors } from './record-vendors.ts';

/** Records where the sample's AI systems send PHI. */
export async function recordFlows(
  tx: Transaction,
  today: PlainDate,
  systems: ReadonlyMap<string, AiSystem>,
  vendors: RecordedVendors,
): Promise<void> {
  await insertMany(
    tx,
    PhiFlow,
    SAMPLE_FLOWS.map(({ system, to, startsOn, endsOn, exposures, identifiers, notes = '' }) => {
      const found = systems.get(system);
      if (!found) throw new Error(`the sample has no AI system ${system}`);
      return {
        aiSystemId: found.id,
        serviceId: typeof to === 'string' ? null : vendors.service(to[0], to[1]).id,
        place: typeof to === 'string' ? to : '',
        startsOn: addDays(today, startsOn),
        endsOn: endsOn === undefined ? null : addDays(today, endsOn),
        exposures: [...exposures],
        identifiers: [...identifiers],
        notes,
      };
    }),
  );
}
