import type { VendorsStateQuery } from '../../generated/graphql.ts';
import { CountLink } from '../../ui/register/count-link.tsx';
import { NOT_RECORDED } from '../../ui/register/register-search.ts';
import { counted, numberText } from '../../ui/words.ts';
import type { RegisterSearch } from './register-search.ts';

/** Where the vendors stand, in one sentence; a number that a filter can show opens the vendors it counts. */
export function RegisterState({ state, asOf }: { state: VendorsStateQuery; asOf: string | undefined }) {
  const { total, offboarded, services, withPhi, withoutOwner, overdueReview, expiringEvidence } = state.vendorSummary;
  const gaps = state.coverageSummary.vendorsWithGaps;
  const day = asOf ? { asOf } : {};
  const parts = [
    <Count key="phi" search={{ phi: ['yes'], ...day }}>
      {`${numberText(withPhi)} ${withPhi === 1 ? 'receives' : 'receive'} PHI`}
    </Count>,
    gaps > 0 && (
      <CountLink key="gaps" to="/coverage" search={day}>
        {`${numberText(gaps)} without full cover ${asOf ? 'on the day' : 'today'}`}
      </CountLink>
    ),
    withoutOwner > 0 && (
      <Count
        key="owner"
        search={{ owner: [NOT_RECORDED], ...day }}
      >{`${numberText(withoutOwner)} without an owner`}</Count>
    ),
    overdueReview > 0 && (
      <Count
        key="review"
        search={{ sort: 'next_review_on', ...day }}
      >{`${counted(overdueReview, 'review')} overdue`}</Count>
    ),
    expiringEvidence > 0 && `${counted(expiringEvidence, 'document')} expired or expiring within 90 days`,
  ].filter(Boolean);
  return (
    <>
      <Count search={day}>{counted(total, 'vendor')}</Count>
      {offboarded > 0 && (
        <>
          {' (and '}
          <Count search={{ offboarded: ['shown'], ...day }}>{`${numberText(offboarded)} offboarded`}</Count>
          {')'}
        </>
      )}
      {` with ${counted(services, 'service')}: `}
      {parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]))}
      {'.'}
    </>
  );
}

const Count = ({ search, children }: { search: RegisterSearch; children: string }) => (
  <CountLink to="/vendors" search={search}>
    {children}
  </CountLink>
);
