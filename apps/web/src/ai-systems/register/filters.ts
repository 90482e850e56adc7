import { TIER_LABELS, type Tier } from '@attestry/domain/ai-systems/risk-tier.ts';
import { CHOICES } from '@attestry/domain/ai-systems/words.ts';
import type { Facet } from '../../ui/register/register.ts';
import { choiceLabel } from '../facts/choices.ts';
import type { FilterKey } from './register-search.ts';

/** The counts leave retired systems out, and so do the lists that they open. */
export const IN_USE: readonly string[] = Object.keys(CHOICES.stage).filter((stage) => stage !== 'retired');

export const FILTERS: Readonly<Record<FilterKey, Facet>> = {
  stage: {
    label: 'Stage',
    word: (value) => choiceLabel('stage', value),
    order: Object.keys(CHOICES.stage),
    summary: (chosen) =>
      chosen.length === IN_USE.length && IN_USE.every((stage) => chosen.includes(stage))
        ? 'all but retired'
        : undefined,
  },
  phi: { label: 'PHI', word: (value) => choiceLabel('phi', value), order: Object.keys(CHOICES.phi) },
  tier: {
    label: 'Tier',
    word: (value) => `${value} · ${TIER_LABELS[Number(value) as Tier] ?? ''}`,
    short: (value) => value,
    order: ['4', '3', '2', '1'],
  },
  department: { label: 'Department' },
  owner: { label: 'Owner' },
};
