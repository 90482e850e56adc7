import type { Reason } from '../decision.ts';
import { dayText } from '../time/day-text.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { AgreementTerms, NoticeGiver, Signatures } from './facts.ts';

export interface AgreementDates
  extends Pick<AgreementTerms, 'draftedOn' | 'sentOn' | 'renewal' | 'termEndsOn' | 'renewalMonths'>,
    Pick<Signatures, 'signedByUpperOn' | 'signedByVendorOn' | 'effectiveOn'> {
  readonly noticeGivenOn: PlainDate | null;
  readonly noticeGivenBy: NoticeGiver | null;
  readonly endsOn: PlainDate | null;
  readonly supersededOn: PlainDate | null;
}
type Fact = keyof AgreementDates;

/** What is wrong, said at a field: in words that go on from its name, with how to mend it. */
export interface WrongFact extends Reason {
  readonly fact: Fact;
}

/**
 * What is wrong with the dates of an agreement. Of two that contradict each other, the one among `changed` is named:
 * that is the one in front of whoever typed it.
 */
export function wrongDates(facts: AgreementDates, today: PlainDate, changed?: Iterable<string>): WrongFact[] {
  const touched = new Set<string>(changed ?? Object.keys(facts));
  const problems = [...inFuture(facts, today), ...inWrongOrder(facts), ...reachingBack(facts), ...lacking(facts)];
  return problems.map(({ at, ...problem }) => {
    const places = Object.entries(at) as [Fact, string][];
    const [fact, text] = places.find(([name]) => touched.has(name)) ?? places[0]!;
    return { ...problem, fact, text };
  });
}

/** The fields that a problem may be mended at, the likeliest first. */
interface Problem {
  readonly key: string;
  readonly citation: string;
  readonly at: Partial<Record<Fact, string>>;
}

const PRACTICE = 'practice';

/** What has happened has a date that has been; the effective date, the end of a term and the last day may lie ahead. */
const HAPPENED = ['draftedOn', 'sentOn', 'signedByUpperOn', 'signedByVendorOn', 'noticeGivenOn'] as const;

const inFuture = (facts: AgreementDates, today: PlainDate): Problem[] =>
  HAPPENED.filter((fact) => isAfter(facts[fact], today)).map((fact) => ({
    key: 'future',
    citation: PRACTICE,
    at: { [fact]: `must not be after today, ${dayText(today)}; leave it empty until it happened` },
  }));

/** Of each pair the first must not be after the second. */
const ORDER = [
  ['sent-before-drafted', 'draftedOn', 'it was drafted', 'sentOn', 'it was sent'],
  ['term-before-effective', 'effectiveOn', 'it is effective', 'termEndsOn', 'its term ends'],
  ['ended-before-effective', 'effectiveOn', 'it is effective', 'endsOn', 'its last day'],
  ['ended-before-notice', 'noticeGivenOn', 'notice was given', 'endsOn', 'its last day'],
] as const;

const inWrongOrder = (facts: AgreementDates): Problem[] =>
  ORDER.filter(([, first, , then]) => isAfter(facts[first], facts[then])).map(([key, first, was, then, will]) => ({
    key,
    citation: PRACTICE,
    at: {
      [then]: `must not be before ${was}, ${on(facts[first])}`,
      [first]: `must not be after ${will}, ${on(facts[then])}`,
    },
  }));

/** Satisfactory assurance is documented in a written contract; it does not reach back before its signatures. */
const WRITTEN = '45 CFR 164.502(e)(2)';
const SIGNATURES = ['signedByUpperOn', 'signedByVendorOn'] as const;

function reachingBack(facts: AgreementDates): Problem[] {
  const after = SIGNATURES.filter((fact) => isAfter(facts[fact], facts.effectiveOn));
  const last = after.toSorted((a, b) => (isAfter(facts[a], facts[b]) ? -1 : 1))[0];
  if (last === undefined) return [];
  const effectiveOn = `must not be before both parties signed, ${on(facts[last])}: a written contract does not reach back, and the days before stay uncovered`;
  const problem = { key: 'effective-before-signed', citation: WRITTEN };
  return [{ ...problem, at: { effectiveOn, [last]: `must not be after it is effective, ${on(facts.effectiveOn)}` } }];
}

/** What one fact asks of another. */
const NEEDS: readonly (Problem & { readonly when: (facts: AgreementDates) => boolean })[] = [
  {
    key: 'effective-unsigned',
    citation: WRITTEN,
    when: (f) => f.effectiveOn !== null && SIGNATURES.some((fact) => f[fact] === null),
    at: {
      effectiveOn: 'needs the dates on which both parties signed; leave it empty until they have',
      signedByUpperOn: 'must stay while an effective date is recorded',
      signedByVendorOn: 'must stay while an effective date is recorded',
    },
  },
  {
    key: 'term-missing',
    citation: PRACTICE,
    when: (f) => (f.renewal === 'fixed' || f.renewal === 'auto') && f.termEndsOn === null,
    at: {
      termEndsOn: 'is needed where it ends with its term or renews; choose "Unknown" as renewal while nobody knows',
    },
  },
  {
    key: 'months-missing',
    citation: PRACTICE,
    when: (f) => f.renewal === 'auto' && f.renewalMonths === null,
    at: {
      renewalMonths: 'is needed where it renews automatically; choose "Unknown" as renewal while nobody knows',
    },
  },
  {
    key: 'notice-without-end',
    citation: PRACTICE,
    when: (f) => f.noticeGivenOn !== null && f.endsOn === null,
    at: { endsOn: 'is needed where notice was given: the last day on which it is in effect' },
  },
  {
    key: 'ended-not-effective',
    citation: PRACTICE,
    when: (f) => f.endsOn !== null && f.effectiveOn === null,
    at: {
      endsOn: 'needs an effective date: an agreement that was never in effect does not end',
      effectiveOn: 'must stay while a last day is recorded',
    },
  },
  {
    key: 'superseded-before-effective',
    citation: PRACTICE,
    when: (f) => f.supersededOn !== null && (f.effectiveOn === null || f.effectiveOn >= f.supersededOn),
    at: { effectiveOn: 'must be before the day on which another agreement takes its place' },
  },
];

const lacking = (facts: AgreementDates): Problem[] =>
  NEEDS.filter(({ when }) => when(facts)).map(({ when: _, ...problem }) => problem);

const on = (day: PlainDate | null) => dayText(day ?? '');

/** Both are known and the first is later. */
const isAfter = (a: PlainDate | null, b: PlainDate | null): boolean => a !== null && b !== null && a > b;
