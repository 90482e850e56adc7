import { z } from 'zod';
import { STAGES } from '../ai-systems/facts.ts';
import { prose } from '../text.ts';
import { YES_NO_UNKNOWN } from '../yes-no-unknown.ts';

export const REPORT_KINDS = ['inventory', 'vendors', 'agreements', 'coverage_gaps'] as const;
export const REPORT_FORMATS = ['pdf', 'csv', 'xlsx', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const values = z.array(prose(300)).max(500);

export const requestReport = z.object({
  kind: z.enum(REPORT_KINDS),
  formats: z
    .array(z.enum(REPORT_FORMATS))
    .min(1, 'choose at least one format')
    .transform((list) => [...new Set(list)]),
  /** The day to report as of; today when absent. */
  asOf: z.string().nullish(),
  /** The register's filter at the time of asking. */
  filter: z
    .object({
      search: prose(200).nullish(),
      stage: z.array(z.enum(STAGES)).nullish(),
      phi: z.array(z.enum(YES_NO_UNKNOWN)).nullish(),
      tier: z.array(z.int().min(1).max(4)).nullish(),
      department: values.nullish(),
      businessOwner: values.nullish(),
    })
    .nullish()
    .transform((filter) => filter ?? {}),
});
export type RequestReport = z.infer<typeof requestReport>;
