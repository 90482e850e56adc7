import { type Decision, no, yes } from '../decision.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Stage } from './facts.ts';

/** May an edit move a system between these stages? Retired is reached by retiring only, which asks for date and reason. */
export function mayMoveStage(from: Stage, to: Stage): Decision {
  if (to !== 'retired' || from === 'retired') return yes({ key: 'stage', text: 'An edit may say so.', fact: 'stage' });
  return no({ key: 'retire-instead', text: 'Retiring asks for a date and a reason: use Retire.', fact: 'stage' });
}

export interface Retirement {
  readonly stage: Stage;
  readonly liveSince: PlainDate | null;
  readonly retiredOn: PlainDate;
  readonly today: PlainDate;
}

/** May the system be retired on that day? */
export function mayRetire({ stage, liveSince, retiredOn, today }: Retirement): Decision {
  if (stage === 'retired') return no({ key: 'retired', text: 'It is retired already.', fact: 'stage' });
  if (retiredOn > today) return no({ key: 'future', text: 'must not be in the future', fact: 'retiredOn' });
  if (liveSince !== null && retiredOn < liveSince)
    return no({ key: 'before-live', text: `must not be before it went live, ${liveSince}`, fact: 'retiredOn' });
  return yes({ key: 'retire', text: 'It may be retired on that day.' });
}
