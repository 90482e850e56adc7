import type { Parties } from '@attestry/domain/agreements/facts.ts';

export interface PartyNames {
  readonly upper: string;
  readonly lower: string;
  /** "covered entity", "business associate". */
  readonly upperIs: string;
  readonly lowerIs: string;
}

/** Who binds whom, by name. `us` is the name of the organization. */
export function partyNames(
  agreement: {
    readonly parties: Parties;
    readonly vendor: { readonly name: string };
    readonly upperVendor?: { readonly name: string } | null;
  },
  us: string,
): PartyNames {
  return {
    upper: agreement.upperVendor?.name ?? us,
    lower: agreement.vendor.name,
    ...ROLES[agreement.parties],
  };
}

const ROLES: Readonly<Record<Parties, Pick<PartyNames, 'upperIs' | 'lowerIs'>>> = {
  ce_to_ba: { upperIs: 'covered entity', lowerIs: 'business associate' },
  ba_to_subcontractor: { upperIs: 'business associate', lowerIs: 'subcontractor' },
};
