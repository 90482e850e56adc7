import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DataImportsDocument, type DataImportsQuery } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { NoPermission } from '../shell/no-permission.tsx';
import { query } from '../shell/queries.ts';
import { useMay } from '../shell/session.ts';
import { InstantText } from '../ui/date-text.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RowsShape } from '../ui/shapes.tsx';
import { counted } from '../ui/words.ts';
import classes from './import.module.css';
import { importStateText } from './import-words.ts';
import type { KindOnPage } from './kind-on-page.ts';
import { Upload } from './upload.tsx';

/** Upload a table, and see what became of earlier ones. */
export function ImportsPage({ kind }: { kind: KindOnPage }) {
  const mayImport = useMay(kind.permissions.import);
  const { data, error, refetch } = useQuery({
    ...query(DataImportsDocument, { kind: kind.kind }),
    enabled: mayImport,
  });
  if (!mayImport) return <NoPermission to={kind.words.importing} />;
  return (
    <>
      <PageHeader
        title={kind.words.title}
        state={`${kind.words.about} You see what every row would become before anything is recorded, and can take an import back.`}
      />
      <Upload kind={kind} />
      <section className={classes.past} aria-labelledby="past-imports">
        <h2 id="past-imports">Imports so far</h2>
        {error && <FailureState failure={failureOf(error)} again={() => void refetch()} />}
        {!data && !error && <RowsShape rows={3} />}
        {data &&
          (data.dataImports.length === 0 ? (
            <p className={classes.dim}>None yet.</p>
          ) : (
            <PastImports kind={kind} data={data} />
          ))}
      </section>
    </>
  );
}

function PastImports({ kind, data }: { kind: KindOnPage; data: DataImportsQuery }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>File</th>
          <th>State</th>
          <th className={classes.right}>Rows</th>
          <th>By</th>
          <th className={classes.right}>Uploaded</th>
        </tr>
      </thead>
      <tbody>
        {data.dataImports.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to={`${kind.paths.imports}/$id` as never} params={{ id: one.id } as never}>
                {one.fileName}
              </Link>
            </th>
            <td data-label="State">{importStateText(kind, one)}</td>
            <td data-label="Rows" className={classes.right}>
              {counted(one.rowCount, 'row').split(' ')[0]}
            </td>
            <td data-label="By">{one.requestedBy}</td>
            <td data-label="Uploaded" className={classes.right}>
              <InstantText at={one.createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
