import type { PlainDate } from '../time/plain-date.ts';
import type { EffectFacts } from './in-effect.ts';

/* What coverage is computed from: plain facts; rows satisfy them structurally. Every `…Through` and `endsOn` is a last day. */

export interface FlowFacts {
  readonly id: string;
  /** Null: infrastructure of the organization itself, which needs no agreement. */
  readonly serviceId: string | null;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
}
export interface ServiceOf {
  readonly id: string;
  readonly vendorId: string;
  readonly name: string;
}
export interface VendorName {
  readonly id: string;
  readonly name: string;
}
export interface CoverageAgreement extends EffectFacts {
  readonly id: string;
  readonly title: string;
  readonly vendorId: string;
  /** Null: the organization itself. */
  readonly upperVendorId: string | null;
}
export interface CoveredServiceFacts {
  readonly agreementId: string;
  readonly serviceId: string;
  readonly listedFrom: PlainDate | null;
  readonly listedThrough: PlainDate | null;
}
export interface ConditionFacts {
  readonly id: string;
  readonly agreementId: string;
  /** Null: every service of the agreement. */
  readonly serviceId: string | null;
  readonly condition: string;
}
export interface ConditionStatusFacts {
  readonly conditionId: string;
  readonly since: PlainDate;
  readonly met: 'yes' | 'no' | 'unknown';
}
export interface LinkFactsForCoverage {
  readonly id: string;
  readonly upperVendorId: string;
  readonly upperServiceId: string | null;
  readonly lowerVendorId: string;
  readonly lowerServiceId: string | null;
  readonly phi: 'yes' | 'no' | 'unknown';
  readonly assurance: 'in_place' | 'none' | 'unknown';
  readonly agreementId: string | null;
  readonly assuredFrom: PlainDate | null;
  readonly assuredThrough: PlainDate | null;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
}

/** Everything the answer for some flows rests on; more than needed does no harm. */
export interface CoverageFacts {
  readonly services: readonly ServiceOf[];
  readonly vendors: readonly VendorName[];
  readonly agreements: readonly CoverageAgreement[];
  readonly coveredServices: readonly CoveredServiceFacts[];
  readonly conditions: readonly ConditionFacts[];
  readonly conditionStatuses: readonly ConditionStatusFacts[];
  readonly links: readonly LinkFactsForCoverage[];
}
