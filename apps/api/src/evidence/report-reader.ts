import type { ReportHead } from '@attestry/reports/head.ts';
import type { Reading } from '../kernel/reading.ts';
import type { BuiltReport } from './built-report.ts';
import type { Report } from './report.entity.ts';

/** What a report is asked to show. */
export interface ReportOrder {
  readonly report: Report;
  /** The day it answers for. */
  readonly day: string;
  /** Read as recorded at the end of that day; undefined where the day is today. */
  readonly asOf: string | undefined;
  readonly said: Omit<ReportHead, 'scope'>;
}

export type ReportReader = (reading: Reading, order: ReportOrder) => Promise<BuiltReport>;
