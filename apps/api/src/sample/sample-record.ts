import type { AiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { addDays } from '@attestry/domain/time/dates.ts';
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
    ...(liveSince !== undefined && { liveSince: addDays(today, liveSince) }),
    ...(nextReviewOn !== undefined && { nextReviewOn: addDays(today, nextReviewOn) }),
  };
}

/** The columns that a change writes, the risk tier aside. */
export function datedChange({ facts = {}, retiredOn, reason }: SampleChange, today: PlainDate) {
  if (retiredOn === undefined) return datedFacts(facts, today);
  return {
    ...datedFacts(facts, today),
    stage: 'retired' as const,
    retiredOn: addDays(today, retiredOn),
    retiredReason: reason,
  };
}
