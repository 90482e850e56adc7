import { Link } from '@tanstack/react-router';
import type { AgreementStateQuery } from '../generated/graphql.ts';
import { CountLink } from '../ui/register/count-link.tsx';
import { counted, numberText } from '../ui/words.ts';
import type { AgreementsSearch } from './register/register-search.ts';

/** Where the agreements stand, in one sentence; each number opens what it counts. */
export function AgreementsState({ counts, asOf }: { counts: AgreementStateQuery; asOf: string | undefined }) {
  const { agreements, agreementBoard: board } = counts;
  const soon = board.expiringIn30.count + board.expiringIn90.count;
  const missing = board.missing.count;
  const open = board.endedOpen.count;
  if (agreements.totalCount + missing === 0) return null;
  const to = (search: AgreementsSearch): AgreementsSearch => ({
    view: 'register',
    ...search,
    ...(asOf ? { asOf } : {}),
  });
  return (
    <>
      <Count search={to({})}>{counted(agreements.totalCount, 'agreement')}</Count>
      {soon > 0 && (
        <>
          {', '}
          <Count
            search={to({ within: ['90'] })}
          >{`${numberText(soon)} ${soon === 1 ? 'ends' : 'end'} within 90 days`}</Count>
        </>
      )}
      {open > 0 && (
        <>
          {', '}
          <Count search={to({ open: ['yes'] })}>{`${numberText(open)} ended with obligations open`}</Count>
        </>
      )}
      {missing > 0 && (
        <>
          {', '}
          <Link to="/agreements" search={asOf ? { asOf } : {}}>
            {`${counted(missing, 'service')} ${missing === 1 ? 'receives' : 'receive'} PHI without one`}
          </Link>
        </>
      )}
      {missing === 0 && ', no service receives PHI without one'}
      {'.'}
    </>
  );
}

const Count = ({ search, children }: { search: AgreementsSearch; children: string }) => (
  <CountLink to="/agreements" search={search}>
    {children}
  </CountLink>
);
