import type { Reason } from '../decision.ts';
import { dayAfter } from '../time/dates.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { daysInEffect, type EffectFacts, reasonsInEffect } from './in-effect.ts';

/** In the order in which an agreement goes through them. */
export const AGREEMENT_STAGES = {
  drafted: 'Drafted',
  sent: 'Sent',
  partly_signed: 'Signed by one party',
  signed: 'Signed, not yet in effect',
  in_effect: 'In effect',
  notice: 'Notice given',
  ended: 'Ended',
  superseded: 'Superseded',
} as const;
export type AgreementStage = keyof typeof AGREEMENT_STAGES;

export interface LifecycleFacts extends EffectFacts {
  readonly draftedOn: PlainDate | null;
  readonly sentOn: PlainDate | null;
  readonly noticeGivenOn: PlainDate | null;
  readonly noticeGivenBy: 'upper' | 'vendor' | null;
  readonly endReason: string;
}

export interface StageAnswer {
  readonly stage: AgreementStage;
  readonly reasons: readonly Reason[];
}

/** Where an agreement stands on a day. A fact dated after the day does not count. */
export function stageOn(agreement: LifecycleFacts, day: PlainDate): StageAnswer {
  const step = STEPS.find(({ since }) => reached(since(agreement), day)) ?? DRAFTED;
  return { stage: step.stage, reasons: step.reasons(agreement, day) };
}

interface Step {
  readonly stage: AgreementStage;
  /** First day of the step, by the facts that take an agreement there. */
  readonly since: (agreement: LifecycleFacts) => PlainDate | null;
  readonly reasons: (agreement: LifecycleFacts, day: PlainDate) => readonly Reason[];
}

const DRAFTED: Step = {
  stage: 'drafted',
  since: () => null,
  reasons: ({ draftedOn }, day) => [drafted(draftedOn, day)],
};

/** The last step whose day has come decides; steps may be left out, as where an agreement is signed without a draft on record. */
const STEPS: readonly Step[] = [
  { stage: 'superseded', since: (a) => a.supersededOn, reasons: (a) => [superseded(a.supersededOn ?? '')] },
  {
    stage: 'ended',
    since: (a) => after(daysInEffect(a)?.through),
    reasons: (a) => [...reasonsInEffect(a).slice(1), ...why(a)],
  },
  {
    stage: 'notice',
    since: (a) => later(a.noticeGivenOn, daysInEffect(a)?.from),
    reasons: (a) => [notice(a), ...reasonsInEffect(a)],
  },
  { stage: 'in_effect', since: (a) => daysInEffect(a)?.from ?? null, reasons: reasonsInEffect },
  {
    stage: 'signed',
    since: (a) => later(a.signedByUpperOn, a.signedByVendorOn),
    reasons: (a) => [...signatures(a), effective(a)],
  },
  { stage: 'partly_signed', since: (a) => earlier(a.signedByUpperOn, a.signedByVendorOn), reasons: signatures },
  { stage: 'sent', since: (a) => a.sentOn, reasons: (a, day) => [sent(a.sentOn ?? ''), ...signatures(a, day)] },
];

const reached = (since: PlainDate | null, day: PlainDate) => since !== null && since <= day;

const after = (through: PlainDate | null | undefined) => (through ? dayAfter(through) : null);

/** Of two facts that are both needed. */
const later = (a: PlainDate | null | undefined, b: PlainDate | null | undefined) => (a && b ? (a > b ? a : b) : null);

/** Of two facts of which one is enough. */
const earlier = (a: PlainDate | null, b: PlainDate | null) => (a && b ? (a < b ? a : b) : (a ?? b));

function drafted(draftedOn: PlainDate | null, day: PlainDate): Reason {
  const text = draftedOn !== null && draftedOn <= day ? `Drafted on ${dayText(draftedOn)}, not sent.` : 'Not sent.';
  return { key: 'drafted', text, fact: 'sentOn', citation: PRACTICE };
}

const sent = (sentOn: PlainDate): Reason => ({
  key: 'sent',
  text: `Sent on ${dayText(sentOn)}.`,
  fact: 'sentOn',
  citation: PRACTICE,
});

const SIGNERS = [
  { fact: 'signedByUpperOn', key: 'upper', who: 'the upper party' },
  { fact: 'signedByVendorOn', key: 'vendor', who: 'the vendor' },
] as const;

function signatures(agreement: LifecycleFacts, day: PlainDate = '9999-12-31'): Reason[] {
  return SIGNERS.map(({ fact, key, who }) => {
    const signedOn = agreement[fact];
    return signedOn !== null && signedOn <= day
      ? { key: `${key}-signed`, text: `Signed by ${who} on ${dayText(signedOn)}.`, fact, citation: WRITTEN }
      : { key: `${key}-not-signed`, text: `Not signed by ${who}.`, fact, citation: WRITTEN };
  });
}

const effective = ({ effectiveOn }: LifecycleFacts): Reason => ({
  key: effectiveOn === null ? 'no-effective-date' : 'effective-later',
  text: effectiveOn === null ? 'No effective date is recorded.' : `Effective from ${dayText(effectiveOn)} on.`,
  fact: 'effectiveOn',
  citation: PRACTICE,
});

const GIVERS = { upper: 'by the upper party ', vendor: 'by the vendor ' } as const;
const notice = ({ noticeGivenOn, noticeGivenBy }: LifecycleFacts): Reason => ({
  key: 'notice',
  text: `Notice of termination was given ${noticeGivenBy ? GIVERS[noticeGivenBy] : ''}on ${dayText(noticeGivenOn ?? '')}.`,
  fact: 'noticeGivenOn',
  citation: PRACTICE,
});

const superseded = (supersededOn: PlainDate): Reason => ({
  key: 'superseded',
  text: `Another agreement took its place on ${dayText(supersededOn)}.`,
  fact: 'supersededOn',
  citation: PRACTICE,
});

const why = ({ endReason }: LifecycleFacts): Reason[] =>
  endReason === '' ? [] : [{ key: 'end-reason', text: endReason, fact: 'endReason' }];

const PRACTICE = 'practice';
const WRITTEN = '45 CFR 164.502(e)(2)';
