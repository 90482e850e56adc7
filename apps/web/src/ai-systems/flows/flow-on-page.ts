import type { AiSystemFlowsQuery } from '../../generated/graphql.ts';

export type SystemWithFlows = NonNullable<AiSystemFlowsQuery['aiSystem']>;
export type FlowOnPage = SystemWithFlows['phiFlows'][number];
export type ChainLink = SystemWithFlows['chain'][number];

/** Where a flow goes, as one reads it. */
export const placeOf = ({ service, place }: Pick<FlowOnPage, 'service' | 'place'>): string =>
  service ? `${service.name}, ${service.vendor.name}` : place;
