import type { RegisterSummaryQuery } from '../../generated/graphql.ts';
import { CountLink } from '../../ui/register/count-link.tsx';
import { NOT_RECORDED } from '../../ui/register/register-search.ts';
import { counted } from '../../ui/words.ts';
import { IN_USE } from './filters.ts';
import type { RegisterSearch } from './register-search.ts';

/** Where the inventory stands, in one sentence; each number opens the systems it counts. */
export function RegisterState({ summary, asOf }: { summary: RegisterSummaryQuery; asOf?: string }) {
  const { total, retired, phi, phiUnknown, withoutOwner, highestTier, overdueReview } = summary.aiSystemSummary;
  const { aiSystemsWithGaps: gaps } = summary.coverageSummary;
  const to = (search: RegisterSearch) => ({ stage: [...IN_USE], ...search, ...(asOf ? { asOf } : {}) });
  const parts = [
    <Count key="phi" search={to({ phi: ['yes'] })}>{`${number(phi)} ${phi === 1 ? 'uses' : 'use'} PHI`}</Count>,
    gaps > 0 && (
      <CountLink key="gaps" to="/coverage" search={asOf ? { asOf } : {}}>
        {`${number(gaps)} without full cover ${asOf ? 'on the day' : 'today'}`}
      </CountLink>
    ),
    phiUnknown > 0 && (
      <Count key="phi-unknown" search={to({ phi: ['unknown'] })}>
        {`PHI unknown for ${number(phiUnknown)}`}
      </Count>
    ),
    highestTier > 0 && <Count key="tier" search={to({ tier: ['4'] })}>{`${number(highestTier)} in tier 4`}</Count>,
    withoutOwner > 0 && (
      <Count key="owner" search={to({ owner: [NOT_RECORDED] })}>{`${number(withoutOwner)} without an owner`}</Count>
    ),
    overdueReview > 0 && (
      <Count key="review" search={to({ sort: 'next_review_on' })}>
        {`${counted(overdueReview, 'review')} overdue`}
      </Count>
    ),
  ].filter(Boolean);
  return (
    <>
      <Count search={to({})}>{counted(total, 'system')}</Count>
      {retired > 0 && (
        <>
          {' (and '}
          <Count search={{ stage: ['retired'], ...(asOf ? { asOf } : {}) }}>{`${number(retired)} retired`}</Count>
          {')'}
        </>
      )}
      {': '}
      {parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]))}
      {'.'}
    </>
  );
}

const number = (value: number) => value.toLocaleString('en-US');

const Count = ({ search, children }: { search: RegisterSearch; children: string }) => (
  <CountLink to="/ai-systems" search={search}>
    {children}
  </CountLink>
);
