import { choiceLabel } from '@attestry/reports/inventory/labels.ts';
import type { Filter } from '../ai-systems/ai-system-filter.ts';

const SAID: { [Key in keyof Filter]-?: (values: readonly never[]) => string } = {
  search: () => '',
  stage: (values) => `Stage: ${values.map((value) => choiceLabel('stage', value)).join(', ')}`,
  phi: (values) => `PHI: ${values.map((value) => choiceLabel('phi', value)).join(', ')}`,
  tier: (values) => `Risk tier: ${values.join(', ')}`,
  department: (values) => `Department: ${values.map((value) => value || 'not recorded').join(', ')}`,
  businessOwner: (values) => `Business owner: ${values.map((value) => value || 'not recorded').join(', ')}`,
};

/** What a filter left in, as a reader of the report would say it. */
export function scopeOf(filter: Filter): { sentence: string; filters: string[] } {
  const filters = (Object.keys(SAID) as (keyof Filter)[]).flatMap((key) => {
    const value = filter[key];
    if (!value || value.length === 0) return [];
    return key === 'search' ? [`Search: ${value}`] : [SAID[key](value as readonly never[])];
  });
  if (filters.length === 0) return { sentence: 'All AI systems of the organization.', filters };
  return { sentence: 'The AI systems of the organization that match these filters.', filters };
}
