import { ACCESS_AND_REVENUE } from './access-and-revenue.ts';
import { ACUTE_AND_REMOTE_CARE } from './acute-and-remote-care.ts';
import { CORPORATE } from './corporate.ts';
import { DIAGNOSTICS } from './diagnostics.ts';
import { PRIMARY_AND_CARDIOLOGY } from './primary-and-cardiology.ts';
import type { SampleSystem } from './sample-record.ts';

/** What Harbour Valley Clinic Group first recorded. It, its people, vendors and products are invented. */
export const SAMPLE_SYSTEMS: readonly SampleSystem[] = [
  ...PRIMARY_AND_CARDIOLOGY,
  ...ACUTE_AND_REMOTE_CARE,
  ...DIAGNOSTICS,
  ...ACCESS_AND_REVENUE,
  ...CORPORATE,
];
