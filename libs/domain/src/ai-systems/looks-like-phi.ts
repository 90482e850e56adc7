export interface PhiSuspicion {
  readonly kind: SuspectedIdentifier;
  /** The place in the text, `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}

export type SuspectedIdentifier = keyof typeof SUSPECTED_IDENTIFIERS;

/** What each is called in a sentence: "This looks like …". Paragraph letters of 45 CFR 164.514(b)(2)(i). */
export const SUSPECTED_IDENTIFIERS = {
  ssn: { name: 'a Social Security number', identifier: 'G' },
  mrn: { name: 'a medical record number', identifier: 'H' },
  birth: { name: 'a date of birth', identifier: 'C' },
  phone: { name: 'a telephone number', identifier: 'D' },
} as const;

/**
 * Places in a free text that look like an identifier of a person, in the order of the text. A warning for the writer,
 * not a filter: records here are about systems, and a vendor's support line is a telephone number too.
 */
export function looksLikePhi(text: string): PhiSuspicion[] {
  const found = PATTERNS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  );
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, index, all) => !all.slice(0, index).some((earlier) => earlier.end > one.start));
}

/** No person has 000, 666 or 900-999 in front, 00 in the middle, 0000 at the end (20 CFR 422; SSA, randomization of 2011). */
const SSN = /(?<![\d-])(?!000|666|9)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g;
const SSN_NAMED = /\b(?:SSN|social security (?:number|no\.?))\s*[:#]?\s*(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}\b/gi;

/** A number of at least five digits after the words; "MRN matching" is a purpose, not a number. */
const MRN = /\b(?:MRN|medical record (?:number|no\.?)|patient id)\s*[:#]*\s*(?=(?:[A-Z-]*\d){5})[A-Z0-9-]+/gi;

const BIRTH = new RegExp(
  String.raw`\b(?:DOB|D\.O\.B\.|date of birth|birth ?date|born(?: on)?)\s*[:=]?\s*(?:` +
    String.raw`\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|` +
    String.raw`\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}|` +
    String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4})`,
  'gi',
);

/** North American numbers: area code and exchange begin with 2-9. */
const PHONE = /(?<![\d.-])(?:\+?1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}([-. ]))[2-9]\d{2}[-. ]\d{4}(?![\d.-]\d|\d)/g;

const PATTERNS: readonly { readonly kind: SuspectedIdentifier; readonly pattern: RegExp }[] = [
  { kind: 'ssn', pattern: SSN },
  { kind: 'ssn', pattern: SSN_NAMED },
  { kind: 'mrn', pattern: MRN },
  { kind: 'birth', pattern: BIRTH },
  { kind: 'phone', pattern: PHONE },
];
