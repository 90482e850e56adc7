import { AGREEMENT_LABELS, CONDITION_MET, PARTIES, RENEWALS } from '@attestry/domain/agreements/facts.ts';
import { AGREEMENT_STAGES } from '@attestry/domain/agreements/lifecycle.ts';
import type { TableColumn } from '../table/columns.ts';
import type { ReportAgreement } from './input.ts';

type Column = TableColumn<ReportAgreement>;

export const AGREEMENT_COLUMNS: readonly Column[] = [
  { header: 'ID', kind: 'text', width: 38, cell: ({ id }) => id },
  { header: AGREEMENT_LABELS.title, kind: 'text', width: 40, cell: ({ title }) => title },
  { header: AGREEMENT_LABELS.vendorId, kind: 'text', width: 30, cell: ({ vendor }) => vendor },
  { header: 'Vendor above', kind: 'text', width: 24, cell: ({ upperVendor }) => upperVendor },
  { header: AGREEMENT_LABELS.parties, kind: 'choice', width: 30, cell: ({ parties }) => PARTIES[parties] },
  { header: 'Stage', kind: 'choice', width: 16, cell: ({ stage }) => AGREEMENT_STAGES[stage] },
  { header: 'Because', kind: 'text', width: 44, cell: ({ because }) => because.join(' ') },
  date(AGREEMENT_LABELS.signedByUpperOn, 'signedByUpperOn'),
  date(AGREEMENT_LABELS.signedByVendorOn, 'signedByVendorOn'),
  date(AGREEMENT_LABELS.effectiveOn, 'effectiveOn'),
  date('In effect through', 'inEffectThrough'),
  { header: AGREEMENT_LABELS.renewal, kind: 'choice', width: 24, cell: ({ renewal }) => RENEWALS[renewal] },
  date(AGREEMENT_LABELS.termEndsOn, 'termEndsOn'),
  date('Give notice by', 'noticeBy'),
  { header: 'Services', kind: 'list', width: 44, cell: ({ services }) => services.join('; ') },
  {
    header: 'Conditions',
    kind: 'list',
    width: 44,
    cell: ({ conditions }) => conditions.map(({ condition, met }) => `${condition}: ${CONDITION_MET[met]}`).join('; '),
  },
  {
    header: 'Return or destroy',
    kind: 'list',
    width: 44,
    cell: ({ obligations }) => obligations.map(({ category, reason }) => `${category}: ${reason}`).join('; '),
  },
  {
    header: 'Documents',
    kind: 'list',
    width: 44,
    cell: ({ documents }) => documents.map(({ title, sha256 }) => `${title} (SHA-256 ${sha256})`).join('; '),
  },
  date('Keep until', 'keepUntil'),
  { header: 'Retention', kind: 'text', width: 44, cell: ({ retention }) => retention },
  { header: AGREEMENT_LABELS.owner, kind: 'text', width: 24, cell: ({ owner }) => owner },
];

type Dated = {
  [Key in keyof ReportAgreement]: ReportAgreement[Key] extends string | null ? Key : never;
}[keyof ReportAgreement];

function date(header: string, key: Dated): Column {
  return { header, kind: 'date', width: 12, cell: (agreement) => agreement[key] };
}
