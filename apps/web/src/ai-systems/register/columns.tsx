import { type ChoiceFact } from '@attestry/domain/ai-systems/words.ts';
import type { AiSystemSort, RegisterRowsQuery } from '../../generated/graphql.ts';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import type { Column } from '../../ui/register/register.ts';
import { Unknown } from '../../ui/unknown.tsx';
import { choiceLabel } from '../facts/choices.ts';
import classes from '../facts/facts.module.css';
import { TierMark } from '../facts/tier-mark.tsx';
import type { ColumnId } from './column-ids.ts';

export type RegisterRow = RegisterRowsQuery['aiSystems']['nodes'][number];

const text = (value: string) => value || <Unknown word="Not recorded" />;
const choice = (fact: ChoiceFact & keyof RegisterRow) => (row: RegisterRow) => {
  const value = String(row[fact]);
  return value === 'unknown' ? <Unknown /> : choiceLabel(fact, value);
};

export const COLUMNS: Readonly<Record<ColumnId, Column<RegisterRow, AiSystemSort>>> = {
  stage: { label: 'Stage', width: 104, sort: 'stage', cell: choice('stage') },
  phi: { label: 'PHI', width: 92, sort: 'phi', cell: choice('phi') },
  tier: { label: 'Tier', width: 72, sort: 'tier', cell: (row) => <TierMark tier={row.tier} /> },
  department: { label: 'Department', width: 176, sort: 'department', cell: (row) => text(row.department) },
  clinicalArea: { label: 'Clinical area', width: 140, cell: (row) => row.clinicalArea },
  businessOwner: {
    label: 'Business owner',
    width: 148,
    sort: 'business_owner',
    cell: (row) => text(row.businessOwner),
  },
  technicalOwner: { label: 'Technical owner', width: 148, cell: (row) => text(row.technicalOwner) },
  vendorName: { label: 'Vendor', width: 140, cell: (row) => row.vendorName },
  origin: { label: 'Vendor or in-house', width: 140, cell: choice('origin') },
  deployment: { label: 'Deployment', width: 188, cell: choice('deployment') },
  decisionRole: { label: 'Decision role', width: 116, cell: choice('decisionRole') },
  clinicalImpact: { label: 'Effect on care', width: 116, cell: choice('clinicalImpact') },
  criticality: { label: 'Criticality', width: 100, cell: choice('criticality') },
  fdaStatus: { label: 'FDA status', width: 220, cell: choice('fdaStatus') },
  liveSince: {
    label: 'Live since',
    width: 104,
    right: true,
    cell: (row) => row.liveSince && <DateText day={row.liveSince} />,
  },
  nextReviewOn: {
    label: 'Next review',
    width: 112,
    right: true,
    sort: 'next_review_on',
    cell: (row) =>
      row.nextReviewOn ? <DateText day={row.nextReviewOn} /> : <span className={classes.nothing}>None set</span>,
  },
  updatedAt: {
    label: 'Last change',
    width: 112,
    right: true,
    sort: 'updated_at',
    cell: (row) => <InstantText at={row.updatedAt} dayOnly />,
  },
};
