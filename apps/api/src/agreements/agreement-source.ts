import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { asOfDay, type Clock, recordedRows } from '../kernel/as-of.ts';
import { Parameters } from '../kernel/list-filter.ts';
import { tableOf } from '../kernel/rows.ts';
import { Service } from '../vendors/service.entity.ts';
import { Vendor } from '../vendors/vendor.entity.ts';
import { Agreement } from './agreement.entity.ts';
import { CoveredService } from './covered-service.entity.ts';
import { ReturnObligation } from './return-obligation.entity.ts';

/*
 * The stage of an agreement as SQL, for filters, sorting and counts. What a person reads is the rule's answer; a spec
 * compares the two on many cases.
 */

/** First day in effect, of the row `a`. */
const FROM = `CASE WHEN a.signed_by_upper_on IS NOT NULL AND a.signed_by_vendor_on IS NOT NULL THEN a.effective_on END`;
/** Last day in effect, as libs/domain agreements/in-effect.ts says it; LEAST leaves out what is null. */
export const THROUGH = `CASE WHEN (${FROM}) IS NOT NULL THEN
  LEAST(a.ends_on, a.superseded_on - 1, CASE WHEN a.renewal = 'fixed' THEN a.term_ends_on END) END`;

/** As libs/domain agreements/lifecycle.ts says it; `day` is the place of a parameter. */
export const stageOf = (day: string): string => `CASE
  WHEN a.superseded_on <= ${day}::date THEN 'superseded'
  WHEN (${THROUGH}) < ${day}::date THEN 'ended'
  WHEN (${FROM}) <= ${day}::date THEN CASE WHEN a.notice_given_on <= ${day}::date THEN 'notice' ELSE 'in_effect' END
  WHEN a.signed_by_upper_on <= ${day}::date AND a.signed_by_vendor_on <= ${day}::date THEN 'signed'
  WHEN LEAST(a.signed_by_upper_on, a.signed_by_vendor_on) <= ${day}::date THEN 'partly_signed'
  WHEN a.sent_on <= ${day}::date THEN 'sent'
  ELSE 'drafted' END`;

/** As libs/domain agreements/board.ts says it, of a row with `stage`; `o` are its obligations, null where it has none. */
export const HAS_OPEN = `stage IN ('ended', 'superseded') AND coalesce(o.open, stage = 'ended' AND ends_on IS NULL)`;
export const columnOf = (day: string): string => `CASE
  WHEN stage IN ('drafted', 'sent', 'partly_signed') THEN 'inNegotiation'
  WHEN stage IN ('ended', 'superseded') THEN CASE WHEN ${HAS_OPEN} THEN 'endedOpen' END
  WHEN through <= ${day}::date + 30 THEN 'expiringIn30'
  WHEN through <= ${day}::date + 90 THEN 'expiringIn90'
  ELSE 'signed' END`;

/** Where rows come from, now or as recorded at the end of a day, with the day to answer for. */
export interface Source {
  readonly day: string;
  readonly asOf: string | undefined;
  readonly parameters: Parameters;
  /** Agreements with `vendor_name`, `stage` and `through`. */
  readonly agreements: string;
  readonly coveredServices: string;
  readonly services: string;
  /** One row an agreement: is anything open, and what is due first? */
  readonly obligations: string;
  /** Of a table of another noun. */
  readonly rowsOf: (table: string) => string;
}

export function sourceOf(clock: Clock, asOf: string | null | undefined): Source {
  const recorded = asOfDay(clock, asOf);
  const parameters = new Parameters(recorded ? [recorded, clock.timeZone] : []);
  const day = recorded ? '$1' : parameters.add(clock.today);
  const rowsOf = (table: string) => (recorded ? recordedRows(table, table.split('.')[1]!) : table);
  const rows = (entity: EntityTarget<ObjectLiteral>) => rowsOf(tableOf(entity));
  return {
    day,
    asOf: recorded,
    parameters,
    rowsOf,
    agreements: `(SELECT a.*, v.name AS vendor_name, ${stageOf(day)} AS stage, ${THROUGH} AS through
      FROM ${rows(Agreement)} a JOIN ${rows(Vendor)} v ON v.id = a.vendor_id)`,
    coveredServices: rows(CoveredService),
    services: rows(Service),
    obligations: `(SELECT agreement_id, bool_or(done_on IS NULL OR done_on > ${day}::date) AS open,
      min(due_on) FILTER (WHERE done_on IS NULL OR done_on > ${day}::date) AS due
      FROM ${rows(ReturnObligation)} r GROUP BY agreement_id)`,
  };
}
