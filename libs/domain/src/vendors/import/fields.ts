import type { ImportField, ImportTarget, Mapping } from '../../import/mapping.ts';
import { SERVICE_LABELS, VENDOR_LABELS } from '../facts.ts';

/** What a column of a table of vendors or products can be mapped to. */
export const VENDOR_IMPORT_FIELDS = {
  vendorName: { label: 'Vendor', kind: 'line' },
  serviceName: { label: 'Service or product', kind: 'line', mayHoldSeveral: true },
  description: { label: SERVICE_LABELS.description, kind: 'prose' },
  phi: { label: SERVICE_LABELS.phi, kind: 'choice' },
  ai: { label: SERVICE_LABELS.ai, kind: 'choice' },
  regions: { label: SERVICE_LABELS.regions, kind: 'prose' },
  models: { label: SERVICE_LABELS.models, kind: 'prose' },
  tier: { label: VENDOR_LABELS.tier, kind: 'choice' },
  owner: { label: VENDOR_LABELS.owner, kind: 'line' },
  website: { label: VENDOR_LABELS.website, kind: 'line' },
  contactEmail: { label: 'Contact e-mail', kind: 'key' },
  notes: { label: VENDOR_LABELS.notes, kind: 'prose' },
} as const satisfies Record<string, ImportField>;

export type VendorImportField = keyof typeof VENDOR_IMPORT_FIELDS;
export type VendorMapping = Mapping<VendorImportField>;

export const VENDOR_TABLE: ImportTarget<VendorImportField> = {
  fields: VENDOR_IMPORT_FIELDS,
  lacks: ({ vendorName, serviceName }) =>
    vendorName || serviceName
      ? undefined
      : { field: 'vendorName', message: 'choose the column that holds the vendor, or the service or product' },
};
