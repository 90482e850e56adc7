import type { CoverageTimelineQuery } from '../../generated/graphql.ts';

export type TimelineFlow = CoverageTimelineQuery['coverageTimeline']['nodes'][number];
