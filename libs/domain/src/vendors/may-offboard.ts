import { type Decision, no, yes } from '../decision.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { type BindingAgreement, flowReason, lastsTo, type PhiReaching, through } from './in-use.ts';

export interface Offboarding {
  readonly offboardedOn: PlainDate;
  readonly today: PlainDate;
  /** Set where it was offboarded before. */
  readonly alreadyOn: PlainDate | null;
  /** Agreements that bind it, with their last day. */
  readonly agreements: readonly BindingAgreement[];
  readonly flows: readonly PhiReaching[];
}

/** May the vendor be out of use from that day on? Not while PHI reaches it, and not while an agreement still binds it. */
export function mayOffboard({ offboardedOn, today, alreadyOn, agreements, flows }: Offboarding): Decision {
  if (alreadyOn) return no({ key: 'offboarded', text: `It was offboarded on ${alreadyOn}.`, fact: 'offboardedOn' });
  if (offboardedOn > today) return no({ key: 'future', text: 'must not be in the future', fact: 'offboardedOn' });
  const against = [
    ...flows.filter((flow) => lastsTo(offboardedOn, flow)).map((flow) => flowReason(flow, offboardedOn)),
    ...agreements
      .filter((agreement) => lastsTo(offboardedOn, agreement))
      .map((agreement) => ({
        key: 'agreement-in-effect',
        text: `“${agreement.title}” is in effect ${through(agreement.through)}: end it before ${offboardedOn} first.`,
        citation: '45 CFR 164.504(e)(2)(ii)(J)',
      })),
  ];
  if (against.length > 0) return no(...against);
  return yes({ key: 'offboard', text: 'No PHI reaches it and no agreement binds it from that day on.' });
}
