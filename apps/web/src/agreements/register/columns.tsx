import { PARTIES, RENEWALS } from '@attestry/domain/agreements/facts.ts';
import type { AgreementRowsQuery, AgreementSort } from '../../generated/graphql.ts';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import type { Column } from '../../ui/register/register.ts';
import { Unknown } from '../../ui/unknown.tsx';
import { StageMark } from '../../vendors/facts/stage-mark.tsx';
import type { ColumnId } from './column-ids.ts';
import classes from './columns.module.css';

export type AgreementRow = AgreementRowsQuery['agreements']['nodes'][number];

export const COLUMNS: Readonly<Record<ColumnId, Column<AgreementRow, AgreementSort>>> = {
  vendor: { label: 'Vendor', width: 156, sort: 'vendor', cell: (row) => row.vendor.name },
  stage: { label: 'Stage', width: 168, sort: 'stage', cell: (row) => <StageMark stage={row.standing.stage} /> },
  parties: { label: 'Parties', width: 264, cell: (row) => PARTIES[row.parties] },
  upper: { label: 'Upper party', width: 148, cell: (row) => row.upperVendor?.name ?? 'This organization' },
  effectiveOn: {
    label: 'Effective',
    width: 104,
    right: true,
    sort: 'effective_on',
    cell: (row) => row.effectiveOn && <DateText day={row.effectiveOn} />,
  },
  through: { label: 'In effect through', width: 128, right: true, sort: 'in_effect_through', cell: through },
  renewal: {
    label: 'Renewal',
    width: 148,
    cell: (row) => (row.renewal === 'unknown' ? <Unknown /> : RENEWALS[row.renewal]),
  },
  noticeBy: {
    label: 'Notice by',
    width: 104,
    right: true,
    cell: ({ standing }) => standing.noticeBy && <DateText day={standing.noticeBy} />,
  },
  services: { label: 'Services', width: 76, right: true, cell: (row) => row.coveredServices.length },
  owner: { label: 'Owner', width: 136, cell: (row) => row.owner || <Unknown word="Not recorded" /> },
  updatedAt: {
    label: 'Last change',
    width: 112,
    right: true,
    sort: 'updated_at',
    cell: (row) => <InstantText at={row.updatedAt} dayOnly />,
  },
};

/** The last day in sight: of the agreement, else of the term that renews. */
function through({ standing, renewal }: AgreementRow) {
  if (standing.inEffectThrough) return <DateText day={standing.inEffectThrough} />;
  if (standing.stage !== 'in_effect') return null;
  if (renewal === 'evergreen') return <span className={classes.none}>No end</span>;
  if (renewal === 'auto' && standing.termEndsOn) return <DateText day={standing.termEndsOn} />;
  return <Unknown />;
}
