import { AgreementHistoryDocument } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';
import { History } from '../../shell/record/history.tsx';
import { AGREEMENT_CHANGES } from '../facts/change-words.ts';

/** Changes of the agreement and of everything that belongs to it. */
export const HistoryTab = ({ id, asOf }: { id: string; asOf: string | undefined }) => (
  <History
    id={id}
    asOf={asOf}
    words={AGREEMENT_CHANGES}
    read={async (page, signal) => (await execute(AgreementHistoryDocument, { id, ...page }, signal)).agreement?.history}
  />
);
