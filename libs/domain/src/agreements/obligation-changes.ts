import { type Decision, no, yes } from '../decision.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { type ObligationFacts, RETURN_CITATION } from './obligation.ts';
import type { ReturnOutcome } from './return-or-destroy.ts';

export interface WrongField {
  readonly fact: string;
  readonly text: string;
}

export interface Fulfilment {
  readonly outcome: ReturnOutcome;
  readonly doneOn: PlainDate;
  readonly method: string;
}

/** What is wrong with saying that an obligation is done. Saying it again corrects it, or adds the certificate. */
export function wrongFulfilment(
  { infeasibleSince }: ObligationFacts,
  { outcome, doneOn, method }: Fulfilment,
  today: PlainDate,
): WrongField[] {
  const wrong = inPast('doneOn', doneOn, today);
  if (infeasibleSince !== null && doneOn < infeasibleSince)
    wrong.push({ fact: 'doneOn', text: `must not be before it was declared infeasible, ${dayText(infeasibleSince)}` });
  if (outcome === 'destroyed' && method === '')
    wrong.push({ fact: 'method', text: 'is needed for destruction: say how, e.g. "cryptographic erasure"' });
  return wrong;
}

/** May it be declared infeasible, or its due date be moved? Not once it is done. */
export const mayStillChange = (obligation: ObligationFacts): Decision =>
  obligation.doneOn === null
    ? yes({ key: 'open', text: 'It is open.' })
    : no({ key: 'done', text: 'It is done.', fact: 'doneOn', citation: RETURN_CITATION });

/** `endsOn`: last day of the agreement; nothing is due before. */
export function wrongInfeasibility(since: PlainDate, endsOn: PlainDate | null, today: PlainDate): WrongField[] {
  return [...inPast('since', since, today), ...notBeforeEnd('since', since, endsOn)];
}

export const wrongDue = (dueOn: PlainDate, endsOn: PlainDate | null): WrongField[] =>
  notBeforeEnd('dueOn', dueOn, endsOn);

/** May somebody look again? Only where it is infeasible still. */
export function mayRecheck(obligation: ObligationFacts): Decision {
  const still = mayStillChange(obligation);
  if (!still.allowed || obligation.infeasibleSince !== null) return still;
  return no({
    key: 'not-infeasible',
    text: 'It was not declared infeasible.',
    fact: 'infeasibleSince',
    citation: RETURN_CITATION,
  });
}

export function wrongRecheck(obligation: ObligationFacts, recheckedOn: PlainDate, today: PlainDate): WrongField[] {
  const last = obligation.recheckedOn ?? obligation.infeasibleSince;
  const wrong = inPast('recheckedOn', recheckedOn, today);
  if (last !== null && recheckedOn < last)
    wrong.push({ fact: 'recheckedOn', text: `must not be before it was last looked at, ${dayText(last)}` });
  return wrong;
}

const inPast = (fact: string, day: PlainDate, today: PlainDate): WrongField[] =>
  day > today ? [{ fact, text: `must not be after today, ${dayText(today)}` }] : [];

const notBeforeEnd = (fact: string, day: PlainDate, endsOn: PlainDate | null): WrongField[] =>
  endsOn !== null && day < endsOn
    ? [{ fact, text: `must not be before the agreement's last day, ${dayText(endsOn)}` }]
    : [];
