import { AiSystemHistoryDocument } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';
import { History, type HistoryWords } from '../../shell/record/history.tsx';
import { labelOf } from '../facts/fact-labels.ts';
import { FactValue } from '../facts/fact-value.tsx';

const WORDS: HistoryWords = { labelOf, Value: FactValue, verbs: { 'ai-system.retire': 'Retired.' } };

export const HistoryTab = ({ id, asOf }: { id: string; asOf: string | undefined }) => (
  <History
    id={id}
    words={WORDS}
    read={async (page, signal) => (await execute(AiSystemHistoryDocument, { id, ...page }, signal)).aiSystem?.history}
    asOf={asOf}
  />
);
