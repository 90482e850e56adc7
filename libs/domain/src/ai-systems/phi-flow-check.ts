import type { Reason } from '../decision.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';

export interface CheckedFlow {
  readonly serviceId: string | null;
  readonly place: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
}

/** What is wrong with a flow by itself and beside its system, each at the field that mends it; nothing if it may be recorded. */
export function flowProblems(
  { serviceId, place, startsOn, endsOn }: CheckedFlow,
  system: { readonly retiredOn: PlainDate | null },
): Reason[] {
  return [
    problem(
      serviceId === null && place === '',
      'nowhere',
      'serviceId',
      "must be a vendor's service, or name infrastructure of your own",
    ),
    problem(serviceId !== null && place !== '', 'two-places', 'place', "must be empty for a vendor's service"),
    problem(endsOn !== null && endsOn < startsOn, 'ends-before', 'endsOn', `must not be before ${dayText(startsOn)}`),
    problem(
      system.retiredOn !== null && system.retiredOn < startsOn,
      'after-retirement',
      'startsOn',
      `must not be after the system was retired, ${dayText(system.retiredOn ?? '')}`,
    ),
  ].flat();
}

/** A removed service gets no PHI: a flow to it is one that was over by then, recorded late. */
export function whyNotTo(
  service: { readonly name: string; readonly removedOn: PlainDate | null },
  { endsOn }: Pick<CheckedFlow, 'endsOn'>,
): Reason[] {
  const { name, removedOn } = service;
  if (removedOn === null || (endsOn !== null && endsOn <= removedOn)) return [];
  return [
    {
      key: 'service-removed',
      text: `${name} was removed on ${dayText(removedOn)}: PHI can have gone to it until then only.`,
      fact: 'endsOn',
      citation: 'practice',
    },
  ];
}

const problem = (wrong: boolean, key: string, fact: string, text: string): Reason[] =>
  wrong ? [{ key, text, fact, citation: 'practice' }] : [];
