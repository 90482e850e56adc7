import type { Reason } from '../decision.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** An agreement that binds the vendor or covers the service, through its last day; null: no end in sight. */
export interface BindingAgreement {
  readonly title: string;
  readonly through: PlainDate | null;
}

/** PHI that a system sends to a service, through its last day; null: it goes on. */
export interface PhiReaching {
  readonly system: string;
  readonly service: string;
  readonly through: PlainDate | null;
}

/** Lasts to the day or beyond it. */
export const lastsTo = (day: PlainDate, { through }: { readonly through: PlainDate | null }): boolean =>
  through === null || through >= day;

export const flowReason = (flow: PhiReaching, day: PlainDate): Reason => ({
  key: 'phi-flows',
  text: `${flow.system} sends PHI to ${flow.service} ${through(flow.through)}: let that flow end before ${day} first.`,
});

export const through = (day: PlainDate | null): string => (day ? `through ${day}` : 'without an end');
