import type * as Gql from '../generated/contract.ts';
import { agreementsReport } from './agreements-report.ts';
import { gapsReport } from './gaps-report.ts';
import { inventoryReport } from './inventory-report.ts';
import type { ReportReader } from './report-reader.ts';
import { vendorsReport } from './vendors-report.ts';

/** What each kind of report reads. */
export const READERS: Record<Gql.ReportKind, ReportReader> = {
  inventory: inventoryReport,
  vendors: vendorsReport,
  agreements: agreementsReport,
  coverage_gaps: gapsReport,
};
