import { VendorHistoryDocument } from '../../generated/graphql.ts';
import { execute } from '../../shell/client.ts';
import { History, type HistoryWords, type RecordedChange } from '../../shell/record/history.tsx';
import { FactValue } from '../facts/fact-value.tsx';
import { labelOf, RECORD_WORDS } from '../facts/fact-words.ts';

/** A vendor that was merged into this one keeps its own past, under its own name. */
const OTHER_VENDOR = 'other vendor';

const WORDS: HistoryWords = {
  labelOf,
  Value: FactValue,
  records: { ...RECORD_WORDS, [OTHER_VENDOR]: 'Vendor' },
  verbs: {
    'vendor.offboard': 'Offboarded.',
    'vendor.merge': 'Moved by merging two vendors.',
    [`${OTHER_VENDOR} vendor.merge`]: 'Merged into this one.',
    'vendor vendor.merge': 'Merged into another vendor.',
    'service.remove': 'Removed.',
    'vendor-evidence.withdraw': 'Withdrawn.',
  },
};

export const HistoryTab = ({ id, name, asOf }: { id: string; name: string; asOf: string | undefined }) => (
  <History
    id={id}
    words={WORDS}
    read={async (page, signal) => {
      const history = (await execute(VendorHistoryDocument, { id, ...page }, signal)).vendor?.history;
      return history && { ...history, nodes: history.nodes.map((change) => told(change, name)) };
    }}
    asOf={asOf}
  />
);

/** What the line says already is not said again below it: whose service it is, and what it is called. */
function told(change: RecordedChange, name: string): RecordedChange {
  if (change.record === 'vendor')
    return change.recordName && change.recordName !== name ? { ...change, record: OTHER_VENDOR } : change;
  if (change.action !== 'insert') return change;
  return { ...change, facts: change.facts.filter(({ fact }) => !ECHO.has(fact)) };
}

const ECHO: ReadonlySet<string> = new Set(['vendorId', 'name', 'title']);
