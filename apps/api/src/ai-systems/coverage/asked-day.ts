import { isPlainDate } from '@attestry/domain/time/plain-date.ts';
import { asOfDay, type Clock } from '../../kernel/as-of.ts';
import { invalid } from '../../kernel/failure.ts';

export interface AskedDay {
  readonly on?: string | null;
  readonly asOf?: string | null;
}

/** The day to answer for, past or future, and the day by whose records; INVALID for days that do not exist. */
export function askedDay(clock: Clock, { on, asOf }: AskedDay): { on: string; asOf: string | undefined } {
  const recorded = asOfDay(clock, asOf);
  if (on === null || on === undefined) return { on: recorded ?? clock.today, asOf: recorded };
  if (!isPlainDate(on)) throw invalid({ path: 'on', message: 'must be a date that exists, written YYYY-MM-DD' });
  return { on, asOf: recorded };
}
