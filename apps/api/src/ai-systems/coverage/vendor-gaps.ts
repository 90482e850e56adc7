import DataLoader from 'dataloader';
import type { AsOf } from '../../kernel/loaders.ts';
import type { Reading } from '../../kernel/reading.ts';
import { flowAnswers } from './flow-answers.ts';
import { gapsIn } from './gap-list.ts';

/** How many gaps are open on the day of flows to a vendor's services, batched for a page of vendors. */
export function openGapsOf(reading: Reading, { id, asOf }: AsOf<{ readonly id: string }>): Promise<number> {
  const loader = reading.loader(
    `open gaps ${asOf}`,
    () =>
      new DataLoader<string, number>(async (vendorIds) => {
        const answers = await flowAnswers(reading, { vendorIds }, asOf);
        const open = gapsIn(answers, asOf ?? reading.me.today).filter(({ through }) => through === null);
        const byVendor = Map.groupBy(open, ({ answer }) => answer.service?.vendorId);
        return vendorIds.map((vendorId) => byVendor.get(vendorId)?.length ?? 0);
      }),
  );
  return loader.load(id);
}
