import type { AiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import type { PlainDate } from '@attestry/domain/time/plain-date.ts';

/** Days from the day the sample is filled, negative for the past: the sample never ages. */
export type Days = number;

type Dated = 'liveSince' | 'nextReviewOn';
export type SampleFacts = Omit<Partial<AiSystemFacts>, Dated> & { readonly [date in Dated]?: Days };
export type SampleSystem = SampleFacts & { readonly name: string };

/** A later change of one system, with the reason somebody gave for it. */
export interface SampleChange {
  readonly system: string;
  readonly reason: string;
  /** What is different afterwards; none where the change is the retirement. */
  readonly facts?: SampleFacts;
  readonly retiredOn?: Days;
}

/** Facts with the dates that the offsets mean today. */
export function datedFacts<Facts extends SampleFacts>({ liveSince, nextReviewOn, ...facts }: Facts, today: PlainDate) {
  return {
    ...facts,
    ...(liveSince !== undefined && { liveSince: dayFrom(today, liveSince) }),
    ...(nextReviewOn !== undefined && { nextReviewOn: dayFrom(today, nextReviewOn) }),
  };
}

/** The columns that a change writes, the risk tier aside. */
export function datedChange({ facts = {}, retiredOn, reason }: SampleChange, today: PlainDate) {
  if (retiredOn === undefined) return datedFacts(facts, today);
  return {
    ...datedFacts(facts, today),
    stage: 'retired' as const,
    retiredOn: dayFrom(today, retiredOn),
    retiredReason: reason,
  };
}

/** In UTC, which has no daylight saving: a day there is always 24 hours. */
export const dayFrom = (today: PlainDate, days: Days): PlainDate =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
