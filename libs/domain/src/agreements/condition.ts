import type { PlainDate } from '../time/plain-date.ts';
import type { YesNoUnknown } from '../yes-no-unknown.ts';

/** Was a condition met on a day? What was last said by then; nobody knows before anybody said. */
export function metOn(
  statuses: readonly { readonly since: PlainDate; readonly met: YesNoUnknown }[],
  day: PlainDate,
): YesNoUnknown {
  const said = statuses.filter(({ since }) => since <= day);
  return said.reduce((last, one) => (one.since > last.since ? one : last), said[0] ?? UNSAID).met;
}

const UNSAID = { since: '', met: 'unknown' } as const;
