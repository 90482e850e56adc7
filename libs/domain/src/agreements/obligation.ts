import type { Reason } from '../decision.ts';
import { keysOf } from '../keys.ts';
import { addDays, addMonths } from '../time/dates.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { RETURN_CATEGORIES, RETURN_OUTCOMES, type ReturnCategory, type ReturnOutcome } from './return-or-destroy.ts';

/*
 * At the end of an agreement PHI is returned or destroyed, if feasible; if not, its protections go on
 * (45 CFR 164.504(e)(2)(ii)(J)).
 */
export const RETURN_CITATION = '45 CFR 164.504(e)(2)(ii)(J)';
/** Where the agreement says nothing [policy]. */
export const RETURN_DAYS = 30;
/** How often an infeasible return is looked at again [policy]. */
export const RECHECK_MONTHS = 12;

export interface ObligationFacts {
  readonly dueOn: PlainDate;
  readonly outcome: ReturnOutcome | null;
  readonly doneOn: PlainDate | null;
  readonly certificateId: string | null;
  readonly infeasibleSince: PlainDate | null;
  readonly infeasibleReason: string;
  readonly recheckedOn: PlainDate | null;
}

/** The day by which PHI is due when an agreement's last day is `endsOn`. */
export const dueAfter = (endsOn: PlainDate, returnDays: number | null): PlainDate =>
  addDays(endsOn, returnDays ?? RETURN_DAYS);

/** What the end of an agreement starts: every kind of holding is asked about, in whatever form the vendor kept PHI. */
export const obligationsAtEnd = (
  endsOn: PlainDate,
  returnDays: number | null,
): { category: ReturnCategory; dueOn: PlainDate }[] =>
  keysOf(RETURN_CATEGORIES).map((category) => ({ category, dueOn: dueAfter(endsOn, returnDays) }));

/** The new due day of an obligation when the agreement's end moves; undefined where it is done, or somebody set another day. */
export function movedDue(
  { dueOn, doneOn }: Pick<ObligationFacts, 'dueOn' | 'doneOn'>,
  before: EndFacts,
  after: EndFacts,
): PlainDate | undefined {
  if (doneOn !== null || before.endsOn === null || after.endsOn === null) return undefined;
  const due = dueAfter(after.endsOn, after.returnDays);
  return dueOn === dueAfter(before.endsOn, before.returnDays) && due !== dueOn ? due : undefined;
}

export interface EndFacts {
  readonly endsOn: PlainDate | null;
  readonly returnDays: number | null;
}

export const OBLIGATION_STATES = {
  open: 'Open',
  overdue: 'Overdue',
  infeasible: 'Infeasible, protected',
  recheck_due: 'Re-check due',
  done: 'Done',
} as const;
export type ObligationState = keyof typeof OBLIGATION_STATES;

export interface ObligationStanding {
  readonly state: ObligationState;
  /** Next day on which something is due; null when nothing is. */
  readonly nextOn: PlainDate | null;
  readonly reason: Reason;
}

export const isDone = ({ doneOn }: Pick<ObligationFacts, 'doneOn'>, day: PlainDate): boolean =>
  doneOn !== null && doneOn <= day;

/** Where an obligation stands on a day. A fact dated after the day does not count. */
export function obligationOn(obligation: ObligationFacts, day: PlainDate): ObligationStanding {
  if (isDone(obligation, day)) return { state: 'done', nextOn: null, reason: reason('done', doneText(obligation)) };
  const { infeasibleSince: since, dueOn } = obligation;
  if (since !== null && since <= day) return infeasible(obligation, since, day);
  return dueOn < day
    ? { state: 'overdue', nextOn: dueOn, reason: reason('overdue', `Was due on ${dayText(dueOn)}.`) }
    : { state: 'open', nextOn: dueOn, reason: reason('open', `Due on ${dayText(dueOn)}.`) };
}

function infeasible(obligation: ObligationFacts, since: PlainDate, day: PlainDate): ObligationStanding {
  const { recheckedOn, infeasibleReason } = obligation;
  const looked = recheckedOn !== null && recheckedOn <= day ? recheckedOn : since;
  const nextOn = addMonths(looked, RECHECK_MONTHS);
  const state = nextOn <= day ? 'recheck_due' : 'infeasible';
  const recheck = state === 'infeasible' ? 'Look again by' : 'It was to be looked at again by';
  const text = `Return or destruction is infeasible since ${dayText(since)}: ${infeasibleReason} Its protections go on. ${recheck} ${dayText(nextOn)}.`;
  return { state, nextOn, reason: reason(state, text) };
}

function doneText({ outcome, doneOn, certificateId }: ObligationFacts): string {
  const text = `${RETURN_OUTCOMES[outcome ?? 'destroyed']} on ${dayText(doneOn ?? '')}`;
  if (outcome === 'not_held') return `${RETURN_OUTCOMES.not_held}, as established on ${dayText(doneOn ?? '')}.`;
  return certificateId === null ? `${text}; no certificate is on file.` : `${text}, with a certificate.`;
}

const reason = (key: string, text: string): Reason => ({ key, text, citation: RETURN_CITATION });
