import type { Reason } from '../decision.ts';
import type { Answer } from './evidence.ts';
import type { EvidenceState } from './evidence-standing.ts';
import type { Area, Question } from './questionnaire.ts';

/*
 * How far the answers of a vendor go, as a number for comparing vendors [policy]. What nobody answered and what nobody
 * knows counts like no; what does not apply leaves the sum.
 */

export interface GivenAnswer {
  readonly question: string;
  readonly answer: Answer;
  /** Where each document behind the answer stands on the day. */
  readonly evidence: readonly EvidenceState[];
}

export interface DueDiligenceScore {
  /** 0 to 100, or null while nothing is answered. */
  readonly score: number | null;
  readonly answered: number;
  readonly total: number;
  /** What pulls it down, the weightiest first. */
  readonly reasons: readonly Reason[];
  readonly areas: ReadonlyMap<Area, number | null>;
}

export function dueDiligenceScore(questions: readonly Question[], answers: readonly GivenAnswer[]): DueDiligenceScore {
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  const counted = questions.map((question) => countOf(question, given.get(question.id)));
  const areas = Map.groupBy(counted, ({ question }) => question.area);
  return {
    score: percentOf(counted),
    answered: counted.filter(({ state }) => state !== 'unanswered').length,
    total: questions.length,
    reasons: reasonsOf(counted),
    areas: new Map([...areas].map(([area, those]) => [area, percentOf(those)])),
  };
}

/** How an answer counts; the order is the order of reasons that weigh the same. */
type CountedAs = 'no' | 'stale' | 'partly' | 'unknown' | 'unanswered' | 'yes' | 'not_applicable';

interface Counted {
  readonly question: Question;
  readonly state: CountedAs;
}

const WORTH: Readonly<Record<CountedAs, number>> = {
  yes: 1,
  stale: 0.5,
  partly: 0.5,
  no: 0,
  unknown: 0,
  unanswered: 0,
  not_applicable: 1,
};

function countOf(question: Question, given: GivenAnswer | undefined): Counted {
  if (!given) return { question, state: 'unanswered' };
  const rests = given.evidence.some((state) => state !== 'expired' && state !== 'not_yet');
  const stale = given.answer === 'yes' && given.evidence.length > 0 && !rests;
  return { question, state: stale ? 'stale' : given.answer };
}

function percentOf(counted: readonly Counted[]): number | null {
  const applies = counted.filter(({ state }) => state !== 'not_applicable');
  if (applies.every(({ state }) => state === 'unanswered')) return null;
  const sum = (of: (one: Counted) => number) => applies.reduce((total, one) => total + of(one), 0);
  return Math.round(
    (100 * sum(({ question, state }) => question.weight * WORTH[state])) / sum(({ question }) => question.weight),
  );
}

/** A page has room for so many; the answers themselves say the rest. */
const MOST_REASONS = 8;

function reasonsOf(counted: readonly Counted[]): Reason[] {
  if (counted.every(({ state }) => state === 'unanswered'))
    return [{ key: 'nothing-answered', text: 'No question is answered yet.', citation: 'policy' }];
  const lost = (some: readonly Counted[]) =>
    some.reduce((total, { question, state }) => total + question.weight * (1 - WORTH[state]), 0);
  const single = counted.filter(({ state }) => state in SAYS);
  const found = [
    ...single.map((one) => ({ lost: lost([one]), reason: reasonOf(one) })),
    ...(['unanswered', 'unknown'] as const).map((state) => {
      const some = counted.filter((one) => one.state === state);
      return { lost: lost(some), reason: { key: state, text: manyOf(state, some.length), citation: 'policy' } };
    }),
  ];
  return found
    .filter((one) => one.lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, MOST_REASONS)
    .map(({ reason }) => reason);
}

const SAYS: Partial<Record<CountedAs, string>> = {
  no: 'Answered no',
  stale: 'Answered yes, but no document behind it counts today, so it counts as partly',
  partly: 'Answered partly',
};

const reasonOf = ({ question, state }: Counted): Reason => ({
  key: state,
  text: `${SAYS[state]}: ${question.text}`,
  fact: question.id,
  citation: question.citation,
});

const manyOf = (state: 'unanswered' | 'unknown', count: number) => {
  const what = state === 'unanswered' ? 'not answered' : 'answered unknown';
  return count === 1 ? `1 question is ${what}; it counts as no.` : `${count} questions are ${what}; they count as no.`;
};
