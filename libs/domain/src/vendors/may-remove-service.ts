import { type Decision, no, yes } from '../decision.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { type BindingAgreement, flowReason, lastsTo, type PhiReaching, through } from './in-use.ts';

export interface ServiceRemoval {
  readonly removedOn: PlainDate;
  readonly today: PlainDate;
  /** Set where it was removed before. */
  readonly alreadyOn: PlainDate | null;
  /** Agreements that list it, with the last day on which they cover it. */
  readonly agreements: readonly BindingAgreement[];
  readonly flows: readonly PhiReaching[];
}

/** May the service be taken out of use from that day on? Not while an agreement covers it or PHI reaches it. */
export function mayRemoveService({ removedOn, today, alreadyOn, agreements, flows }: ServiceRemoval): Decision {
  if (alreadyOn) return no({ key: 'removed', text: `It was removed on ${alreadyOn}.`, fact: 'removedOn' });
  if (removedOn > today) return no({ key: 'future', text: 'must not be in the future', fact: 'removedOn' });
  const against = [
    ...flows.filter((flow) => lastsTo(removedOn, flow)).map((flow) => flowReason(flow, removedOn)),
    ...agreements
      .filter((agreement) => lastsTo(removedOn, agreement))
      .map((agreement) => ({
        key: 'covered',
        text: `“${agreement.title}” covers it ${through(agreement.through)}: take it off that list first.`,
      })),
  ];
  if (against.length > 0) return no(...against);
  return yes({ key: 'remove', text: 'No agreement covers it and no PHI reaches it from that day on.' });
}
