import { CHOICES } from '@attestry/domain/ai-systems/words.ts';
import { Link } from '@tanstack/react-router';
import type { RegisterSummaryQuery } from '../../generated/graphql.ts';
import { counted } from '../../ui/words.ts';
import classes from './register-page.module.css';
import { NOT_RECORDED, type RegisterSearch } from './register-search.ts';

/** Where the inventory stands, in one sentence; each number opens the systems it counts. */
export function RegisterState({ summary, asOf }: { summary: RegisterSummaryQuery['aiSystemSummary']; asOf?: string }) {
  const { total, retired, phi, phiUnknown, withoutOwner, highestTier, overdueReview } = summary;
  const to = (search: RegisterSearch) => ({ stage: [...IN_USE], ...search, ...(asOf ? { asOf } : {}) });
  const parts = [
    <Count key="phi" search={to({ phi: ['yes'] })}>{`${number(phi)} ${phi === 1 ? 'uses' : 'use'} PHI`}</Count>,
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

/** The counts leave retired systems out, and so do the lists that they open. */
export const IN_USE: readonly string[] = Object.keys(CHOICES.stage).filter((stage) => stage !== 'retired');

const number = (value: number) => value.toLocaleString('en-US');

const Count = ({ search, children }: { search: RegisterSearch; children: string }) => (
  <Link to="/ai-systems" search={search} preload={false} className={classes.count}>
    {children}
  </Link>
);
