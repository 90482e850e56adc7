import { useQuery } from '@tanstack/react-query';
import { VendorFlowsDocument } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';
import { useMay } from '../../shell/session.ts';
import type { FlowOnPage } from './vendor-on-page.ts';

/** The most that the API answers at once. */
const PAGE = 200;

/** Every flow to a service of the vendor: a part of them could hide the one that is not covered. */
export function useFlows(id: string, asOf: string | undefined) {
  const enabled = useMay('coverage.read');
  return useQuery({
    queryKey: ['vendor-flows', id, asOf],
    enabled,
    queryFn: async ({ signal }) => {
      const flows: FlowOnPage[] = [];
      let after: string | undefined;
      do {
        const { coverageTimeline } = await execute(VendorFlowsDocument, { id, asOf, first: PAGE, after }, signal);
        flows.push(...coverageTimeline.nodes);
        after = coverageTimeline.pageInfo.hasNextPage ? (coverageTimeline.pageInfo.endCursor ?? undefined) : undefined;
      } while (after);
      return flows;
    },
  });
}
