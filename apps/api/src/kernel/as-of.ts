import { isPlainDate } from '@attestry/domain/time/plain-date.ts';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { invalid } from './failure.ts';
import { tableOf } from './rows.ts';

/** Where today is: an organization's. */
export interface Clock {
  readonly today: string;
  readonly timeZone: string;
}

/** A day to read records as of, or undefined for now. A day that has not been is INVALID. */
export function asOfDay({ today }: Clock, asOf: string | null | undefined): string | undefined {
  if (asOf === null || asOf === undefined) return undefined;
  if (!isPlainDate(asOf)) throw invalid({ path: 'asOf', message: 'must be a date that exists, written YYYY-MM-DD' });
  if (asOf > today) throw invalid({ path: 'asOf', message: `must not be after today, ${today}` });
  return asOf === today ? undefined : asOf;
}

/**
 * SQL of the rows of a table as recorded at the end of a day in the organization's time zone: the state each had
 * after its last event by then; what was deleted by then is not there. `$1` is the day, `$2` the time zone.
 */
export function recordedRows<Entity>(
  entity: EntityTarget<Entity & ObjectLiteral>,
  name: string,
  oneId?: string,
): string {
  const table = tableOf<Entity & ObjectLiteral>(entity as EntityTarget<Entity & ObjectLiteral>);
  return `(SELECT state.* FROM (
    SELECT DISTINCT ON (entity_id) action, payload FROM audit.event
    WHERE entity = '${name}' ${oneId ? `AND entity_id = ${oneId}` : ''} AND action IN ('insert', 'update', 'delete')
      AND at < ($1::date + 1)::timestamp AT TIME ZONE $2
    ORDER BY entity_id, id DESC) latest,
    jsonb_populate_record(NULL::${table}, latest.payload::jsonb -> 'after') state
    WHERE latest.action <> 'delete')`;
}
