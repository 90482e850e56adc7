import { VENDOR_LABELS, VENDOR_TIERS } from '@attestry/domain/vendors/facts.ts';
import { YES_NO_UNKNOWN_WORDS } from '@attestry/domain/yes-no-unknown.ts';
import type { TableColumn } from '../table/columns.ts';
import { phiOf, type ReportVendor } from './input.ts';

export const VENDOR_COLUMNS: readonly TableColumn<ReportVendor>[] = [
  { header: 'ID', kind: 'text', width: 38, cell: ({ id }) => id },
  { header: VENDOR_LABELS.name, kind: 'text', width: 34, cell: ({ name }) => name },
  { header: VENDOR_LABELS.tier, kind: 'choice', width: 12, cell: ({ tier }) => VENDOR_TIERS[tier] },
  { header: VENDOR_LABELS.owner, kind: 'text', width: 24, cell: ({ owner }) => owner },
  { header: 'Receives PHI', kind: 'choice', width: 13, cell: (vendor) => YES_NO_UNKNOWN_WORDS[phiOf(vendor)] },
  { header: 'Services', kind: 'list', width: 44, cell: ({ services }) => services.map(serviceText).join('; ') },
  {
    header: 'Agreements',
    kind: 'list',
    width: 44,
    cell: ({ agreements }) => agreements.map(({ title, standing }) => `${title}: ${standing}`).join('; '),
  },
  { header: 'Open coverage gaps', kind: 'number', width: 12, cell: ({ openGaps }) => openGaps },
  { header: 'Due diligence score', kind: 'number', width: 12, cell: ({ dueDiligenceScore }) => dueDiligenceScore },
  {
    header: 'Documents',
    kind: 'list',
    width: 44,
    cell: ({ evidence }) =>
      evidence.map(({ title, expiresOn }) => (expiresOn ? `${title}, expires ${expiresOn}` : title)).join('; '),
  },
  { header: VENDOR_LABELS.nextReviewOn, kind: 'date', width: 12, cell: ({ nextReviewOn }) => nextReviewOn },
  { header: VENDOR_LABELS.offboardedOn, kind: 'date', width: 12, cell: ({ offboardedOn }) => offboardedOn },
  { header: VENDOR_LABELS.website, kind: 'text', width: 26, cell: ({ website }) => website },
  { header: VENDOR_LABELS.description, kind: 'text', width: 44, cell: ({ description }) => description },
];

const serviceText = ({ name, removedOn }: ReportVendor['services'][number]) =>
  removedOn === null ? name : `${name} (removed on ${removedOn})`;
