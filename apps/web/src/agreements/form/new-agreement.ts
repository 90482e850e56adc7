import { type AgreementTerms, UNKNOWN_TERMS } from '@attestry/domain/agreements/facts.ts';
import type { CreateAgreementInput } from '../../generated/graphql.ts';
import { hasSignatures, type SignaturesTyped, sentSignatures } from '../facts/signature-fields.tsx';
import { type Above, partiesOf } from './parties-field.tsx';

export const NO_TERMS: AgreementTerms = { title: '', ...UNKNOWN_TERMS };

/** What the form of a new agreement holds beside its terms. */
export interface Draft {
  readonly vendorId: string | undefined;
  readonly upperVendorId: string | undefined;
  readonly above: Above;
  readonly serviceIds: readonly string[];
  readonly signatures: SignaturesTyped;
}

/** Only what was said is sent: the rest is unknown, and not "unknown, says this person". */
export function inputOf(terms: AgreementTerms, draft: Draft): CreateAgreementInput {
  const said = Object.entries(terms).filter(([term, value]) => value !== NO_TERMS[term as keyof AgreementTerms]);
  return {
    vendorId: draft.vendorId ?? '',
    upperVendorId: draft.above === 'vendor' ? (draft.upperVendorId ?? '') : null,
    parties: partiesOf(draft.above),
    facts: { ...Object.fromEntries(said), title: terms.title },
    signatures: hasSignatures(draft.signatures) ? sentSignatures(draft.signatures) : null,
    serviceIds: [...draft.serviceIds],
  };
}

/** A file with both signatures is the signed agreement; with fewer it is a draft. */
export const fileKindOf = ({ signedByUpperOn, signedByVendorOn }: SignaturesTyped): 'signed' | 'draft' =>
  signedByUpperOn && signedByVendorOn ? 'signed' : 'draft';
