import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AgreementBoardDocument } from '../../generated/graphql.ts';
import { failureOf, isFailure } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { NoPermission } from '../../shell/no-permission.tsx';
import { query } from '../../shell/queries.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { AgreementsState } from '../agreements-state.tsx';
import { EmptyAgreements } from '../empty-agreements.tsx';
import { Board } from './board.tsx';

/** Agreements by where they stand and what is due first. */
export function BoardPage({ actions }: { actions: ReactNode }) {
  const { asOf } = useAsOf();
  const { data, error, refetch } = useQuery(query(AgreementBoardDocument, { asOf }));
  if (isFailure(error, 'FORBIDDEN')) return <NoPermission to="read agreements" />;
  const empty = data && data.agreements.totalCount + data.agreementBoard.missing.count === 0;
  return (
    <>
      <PageHeader
        title="Agreements"
        state={data ? <AgreementsState counts={data} asOf={asOf} /> : ' '}
        actions={actions}
      />
      {error && <FailureState failure={failureOf(error)} again={() => void refetch()} />}
      {!data && !error && <RowsShape rows={12} />}
      {data && (empty ? <EmptyAgreements asOf={asOf} /> : <Board board={data.agreementBoard} asOf={asOf} />)}
    </>
  );
}
