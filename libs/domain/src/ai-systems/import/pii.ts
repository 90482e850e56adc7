import { yesNoOf } from '../../import/vocabulary.ts';

export interface PiiReading {
  /** What follows for the fact `phi`; absent when nothing does. */
  readonly phi?: 'no';
  /** Kept in the notes, so that the next reader sees what the source said and what was made of it. */
  readonly remark: string;
}

/*
 * A table that asks about PII does not answer the question about PHI.
 *
 * PII "yes" says nothing: names of employees are PII and not PHI. PHI needs health, care or payment information of a
 * covered entity or business associate, and employment records are excluded (45 CFR 160.103, "protected health
 * information"), so `phi` stays unknown.
 *
 * PII "no" answers it: PHI is *individually identifiable* health information (45 CFR 160.103), and PII in the sense of
 * OMB Circular A-130 is whatever can distinguish or trace an individual, alone or linked, which is no narrower. The
 * known gap is people, not law: a limited data set (45 CFR 164.514(e)) is PHI, and is often called "no PII". Hence the
 * remark that asks for confirmation.
 */
export function readPii(text: string, column: string): PiiReading | undefined {
  const said = yesNoOf(text);
  if (said === 'yes') return { remark: `Imported: “${column}” says ${text}. Whether that is PHI was not said.` };
  if (said === 'no')
    return {
      phi: 'no',
      remark: `Imported: “${column}” says ${text}. Recorded as no PHI; confirm that it is not a limited data set.`,
    };
  return said === 'unknown' ? { remark: `Imported: “${column}” says ${text}.` } : undefined;
}
