import { type Decision, no, type Reason, yes } from '../decision.ts';
import type { PlainDate } from '../time/plain-date.ts';

export interface MergedVendor {
  readonly id: string;
  readonly name: string;
  readonly offboardedOn: PlainDate | null;
  readonly mergedIntoId: string | null;
  readonly withdrawnAt: string | null;
}

export interface Merging {
  /** The vendor that stays. */
  readonly keep: MergedVendor;
  /** The one that everything moves from. */
  readonly merge: MergedVendor;
  /** Links of the subprocessor chain between the two. */
  readonly linksBetween: number;
  /** Titles of agreements between the two. */
  readonly agreementsBetween: readonly string[];
  /** Agreements that the two hold with a third vendor, and that cover the same service on the same days. */
  readonly coveringTheSame: readonly (readonly [string, string])[];
}

/** Are the two records of one vendor, as far as the facts say? */
export function mayMerge({ keep, merge, linksBetween, agreementsBetween, coveringTheSame }: Merging): Decision {
  if (keep.id === merge.id) return no({ key: 'itself', text: 'A vendor cannot be merged into itself.' });
  const against = [...outOfUse(keep), ...outOfUse(merge)];
  if (linksBetween > 0)
    against.push({
      key: 'link-to-itself',
      text: `The subprocessor chain leads from one of them to the other: after merging, it would lead from ${keep.name} to itself.`,
    });
  for (const title of agreementsBetween)
    against.push({
      key: 'agreement-with-itself',
      text: `“${title}” is between the two: after merging, ${keep.name} would have an agreement with itself.`,
    });
  for (const [one, other] of coveringTheSame)
    against.push({
      key: 'covering-the-same',
      text: `“${one}” and “${other}” cover the same service on the same days: end one of them before, or change its list.`,
    });
  if (against.length > 0) return no(...against);
  return yes({ key: 'merge', text: `Everything of ${merge.name} may go to ${keep.name}.` });
}

function outOfUse({ name, mergedIntoId, withdrawnAt, offboardedOn }: MergedVendor): Reason[] {
  if (mergedIntoId) return [{ key: 'merged', text: `${name} was merged into another vendor already.` }];
  if (withdrawnAt) return [{ key: 'withdrawn', text: `${name} was withdrawn with the import that made it.` }];
  if (offboardedOn) return [{ key: 'offboarded', text: `${name} was offboarded on ${offboardedOn}.` }];
  return [];
}
