import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { SubprocessorLinesDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { query } from '../../shell/queries.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { LINE_LABELS } from './line-labels.ts';

type Fact = keyof typeof LINE_LABELS;
const FACTS = Object.keys(LINE_LABELS) as Fact[];

/** Every line of a version in the list's own words; columns that say nothing are left out. */
export function ListLines({ vendorId, listId, label }: { vendorId: string; listId: string; label: string }) {
  const { asOf } = useAsOf();
  const { data, error, refetch } = useQuery(query(SubprocessorLinesDocument, { vendorId, asOf }));
  if (error) return <FailureState failure={failureOf(error)} again={() => void refetch()} />;
  const entries = data?.vendor?.subprocessorLists.find(({ id }) => id === listId)?.entries;
  if (!entries) return <RowsShape rows={4} />;
  const shown = FACTS.filter((fact) => fact === 'name' || entries.some((entry) => entry[fact] !== ''));
  return (
    <DataTable label={label} head={shown.map((fact) => <th key={fact}>{LINE_LABELS[fact]}</th>)}>
      {entries.map((entry, at) => (
        <tr key={at}>
          {shown.map((fact) => (
            <td key={fact} data-label={fact === 'name' ? undefined : `${LINE_LABELS[fact]}:`}>
              {fact === 'name' && entry.vendorId ? (
                <Link to={`/vendors/${entry.vendorId}` as '/'}>{entry.name}</Link>
              ) : (
                entry[fact]
              )}
            </td>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}
