import { ACCESS_AND_REVENUE } from './access-and-revenue.ts';
import { CARE } from './care.ts';
import { CORPORATE } from './corporate.ts';
import { DIAGNOSTICS } from './diagnostics.ts';
import type { SampleSystem } from './sample-record.ts';

/** What Harbour Valley Clinic Group first recorded. It, its people, vendors and products are invented. */
export const SAMPLE_SYSTEMS: readonly SampleSystem[] = [...CARE, ...DIAGNOSTICS, ...ACCESS_AND_REVENUE, ...CORPORATE];
