import { PARTIES, type Parties, RENEWALS, type Renewal } from '@attestry/domain/agreements/facts.ts';
import { AGREEMENT_STAGES, type AgreementStage } from '@attestry/domain/agreements/lifecycle.ts';
import type { Facet } from '../../ui/register/register.ts';
import type { FilterKey } from './register-search.ts';

export const SPANS = ['30', '90', '180', '365'] as const;

export const FILTERS: Readonly<Record<FilterKey, Facet>> = {
  stage: {
    label: 'Stage',
    word: (value) => AGREEMENT_STAGES[value as AgreementStage] ?? value,
    order: Object.keys(AGREEMENT_STAGES),
  },
  parties: {
    label: 'Parties',
    word: (value) => PARTIES[value as Parties] ?? value,
    order: Object.keys(PARTIES),
  },
  renewal: {
    label: 'Renewal',
    word: (value) => RENEWALS[value as Renewal] ?? value,
    order: Object.keys(RENEWALS),
  },
  owner: { label: 'Owner' },
  within: {
    label: 'Expiring',
    word: (value) => `Within ${value} days`,
    order: SPANS,
    summary: (chosen) => `within ${Math.max(...chosen.map(Number))} days`,
  },
  open: { label: 'Obligations', word: () => 'Ended, with obligations open', short: () => 'open' },
};
