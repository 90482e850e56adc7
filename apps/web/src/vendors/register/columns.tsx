import { VENDOR_TIERS } from '@attestry/domain/vendors/facts.ts';
import type { VendorRowsQuery, VendorSort } from '../../generated/graphql.ts';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import type { Column } from '../../ui/register/register.ts';
import { Status } from '../../ui/status.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { counted, numberText } from '../../ui/words.ts';
import { AnswerWord, anyOf } from '../facts/answer-word.tsx';
import { TierWord } from '../facts/tier-word.tsx';
import type { ColumnId } from './column-ids.ts';
import classes from './columns.module.css';

export type VendorRow = VendorRowsQuery['vendors']['nodes'][number];

const none = (word: string) => <span className={classes.none}>{word}</span>;

export const COLUMNS: Readonly<Record<ColumnId, Column<VendorRow, VendorSort>>> = {
  tier: { label: 'Tier', width: 92, sort: 'tier', cell: ({ tier }) => <TierWord tier={tier} /> },
  serviceCount: {
    label: 'Services',
    width: 80,
    right: true,
    cell: ({ serviceCount }) => (serviceCount > 0 ? numberText(serviceCount) : none('None')),
  },
  phi: {
    label: 'Receives PHI',
    width: 104,
    cell: ({ services }) => <AnswerWord answer={anyOf(services.map(({ phi }) => phi))} />,
  },
  ai: {
    label: 'Uses AI',
    width: 92,
    cell: ({ services }) => <AnswerWord answer={anyOf(services.map(({ ai }) => ai))} />,
  },
  agreements: { label: 'Agreements', width: 136, cell: (row) => agreementWords(row) ?? none('None') },
  openGaps: {
    label: 'Open gaps',
    width: 92,
    cell: ({ openGaps }) => (openGaps > 0 ? <Status standing="gap">{counted(openGaps, 'gap')}</Status> : none('None')),
  },
  owner: {
    label: 'Owner',
    width: 128,
    sort: 'owner',
    cell: ({ owner }) => owner || <Unknown word="Not recorded" />,
  },
  nextReviewOn: {
    label: 'Next review',
    width: 104,
    right: true,
    sort: 'next_review_on',
    cell: ({ nextReviewOn }) => (nextReviewOn ? <DateText day={nextReviewOn} /> : none('None set')),
  },
  website: { label: 'Website', width: 200, cell: ({ website }) => website },
  description: { label: 'What it provides', width: 280, cell: ({ description }) => description },
  offboardedOn: {
    label: 'Offboarded',
    width: 112,
    right: true,
    cell: ({ offboardedOn }) => offboardedOn && <DateText day={offboardedOn} />,
  },
  updatedAt: {
    label: 'Last change',
    width: 112,
    right: true,
    sort: 'updated_at',
    cell: ({ updatedAt }) => <InstantText at={updatedAt} dayOnly />,
  },
};

const IN_EFFECT: readonly string[] = ['in_effect', 'notice'];

/** How many are in effect, of how many there are. */
function agreementWords({ agreements }: VendorRow): string | undefined {
  if (agreements.length === 0) return undefined;
  const inEffect = agreements.filter(({ standing }) => IN_EFFECT.includes(standing.stage)).length;
  if (inEffect === agreements.length) return `${numberText(inEffect)} in effect`;
  return inEffect === 0
    ? `${numberText(agreements.length)}, none in effect`
    : `${inEffect} of ${agreements.length} in effect`;
}

/** On a phone. */
export function VendorMeta({ row }: { row: VendorRow }) {
  const phi = anyOf(row.services.map((service) => service.phi));
  return (
    <>
      {row.tier !== 'unknown' && <span>{VENDOR_TIERS[row.tier]}</span>}
      <span>{row.serviceCount === 0 ? 'No services' : counted(row.serviceCount, 'service')}</span>
      {phi === 'yes' && <span>PHI</span>}
      {phi === 'no' && <span>No PHI</span>}
      {phi === 'unknown' && <Unknown word="PHI unknown" />}
      {row.openGaps > 0 && <Status standing="gap">{counted(row.openGaps, 'open gap')}</Status>}
    </>
  );
}
