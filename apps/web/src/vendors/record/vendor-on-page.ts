import type { VendorFlowsQuery, VendorPageQuery } from '../../generated/graphql.ts';

export type VendorOnPage = NonNullable<VendorPageQuery['vendor']>;
export type ServiceOnPage = VendorOnPage['services'][number];
export type FlowOnPage = VendorFlowsQuery['coverageTimeline']['nodes'][number];
