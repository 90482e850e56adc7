import { type HeaderHints, type Suggestion, suggestColumns } from '../../import/suggest.ts';
import { VENDOR_IMPORT_FIELDS, type VendorImportField } from './fields.ts';
import { COMMERCIAL_PRODUCTS, VENDOR_SYNONYMS } from './headers.ts';
import { type VendorChoice, vendorChoiceOf } from './vocabulary.ts';

const HINTS: HeaderHints<VendorImportField> = {
  fields: VENDOR_IMPORT_FIELDS,
  layouts: [COMMERCIAL_PRODUCTS],
  synonyms: VENDOR_SYNONYMS,
  reads(field, value) {
    if (field === 'contactEmail') return value.includes('@');
    return VENDOR_IMPORT_FIELDS[field].kind !== 'choice' || vendorChoiceOf(field as VendorChoice, value) !== undefined;
  },
};

/** A first mapping of a table of vendors or products. */
export const suggestVendorMapping = (
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): Suggestion<VendorImportField> => suggestColumns(HINTS, headers, sample);
