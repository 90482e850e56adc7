import { isSame } from '@attestry/domain/import/diff.ts';
import { VENDOR_LABELS, type VendorFacts, vendorFacts } from '@attestry/domain/vendors/facts.ts';
import type { FactSet } from '../../ui/form/fact-set.ts';
import { FactValue } from './fact-value.tsx';

export type VendorFact = keyof VendorFacts;

/** The facts as people think of them; each stands in one group. */
export const VENDOR_GROUPS: readonly { id: string; title: string; facts: readonly VendorFact[] }[] = [
  { id: 'what', title: 'What it is', facts: ['name', 'description', 'website'] },
  { id: 'who', title: 'Who', facts: ['owner', 'contacts'] },
  { id: 'review', title: 'Weight and review', facts: ['tier', 'reviewEveryMonths', 'nextReviewOn'] },
  { id: 'notes', title: 'Notes', facts: ['notes'] },
];

export const VENDOR_FACTS: FactSet<VendorFacts> = {
  names: Object.keys(vendorFacts.shape) as VendorFact[],
  labels: VENDOR_LABELS,
  groups: VENDOR_GROUPS,
  schema: vendorFacts,
  // Contacts are objects: equal ones are not one and the same.
  isSame: (a, b) => isSame(a, b) || JSON.stringify(a) === JSON.stringify(b),
  Value: FactValue,
};

/** How to answer: one sentence under the field. */
export const FACT_HINTS: Partial<Record<VendorFact, string>> = {
  description: 'What you get from it, in a sentence or two.',
  website: 'For example https://vendor.example.',
  tier: 'How much of your work would stop or be exposed with it.',
  owner: 'Name or e-mail of the person who looks after the vendor.',
  contacts: 'People at the vendor: for privacy, security and contracts.',
  reviewEveryMonths: 'How often somebody looks at the vendor as a whole.',
};
