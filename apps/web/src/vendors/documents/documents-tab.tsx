import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { VendorDocumentsDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { query } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { counted } from '../../ui/words.ts';
import classes from '../record/record.module.css';
import { DocumentLine } from './document-line.tsx';
import { FileDialog } from './file-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** Documents about the vendor that expire: each with where it stands and what rests on it. */
export function DocumentsTab({ id, name }: { id: string; name: string }) {
  const { asOf, readOnly } = useAsOf();
  const { data, error, refetch } = useQuery(query(VendorDocumentsDocument, { id, asOf }));
  const [filing, setFiling] = useState(false);
  const [withdrawing, setWithdrawing] = useState<string>();
  const mayFile = useMay('vendor-evidence.file') && !readOnly;
  if (error && !data) return <FailureState failure={failureOf(error)} again={() => void refetch()} />;
  if (!data?.vendor) return <RowsShape rows={4} />;
  const counting = data.vendor.evidence.filter(({ withdrawnAt }) => !withdrawnAt);
  const withdrawn = data.vendor.evidence.filter(({ withdrawnAt }) => withdrawnAt);
  const file = mayFile && <Button onClick={() => setFiling(true)}>File a document</Button>;
  return (
    <>
      {counting.length === 0 ? (
        <EmptyState title="No documents are filed" action={file}>
          SOC 2 reports, penetration tests, insurance and the like, each with the day on which it expires: you are told
          before it does, and answers of the due diligence rest on it.
        </EmptyState>
      ) : (
        <>
          {file && <div className={classes.bar}>{file}</div>}
          <DataTable label={`Documents of ${name}`} head={<Head />}>
            {counting.map((one) => (
              <DocumentLine key={one.id} filed={one} withdraw={() => setWithdrawing(one.id)} />
            ))}
          </DataTable>
        </>
      )}
      {withdrawn.length > 0 && (
        <details className={classes.folded}>
          <summary>{counted(withdrawn.length, 'withdrawn document')}</summary>
          <DataTable label={`Withdrawn documents of ${name}`} head={<Head />}>
            {withdrawn.map((one) => (
              <DocumentLine key={one.id} filed={one} />
            ))}
          </DataTable>
        </details>
      )}
      <FileDialog vendorId={id} opened={filing} onClose={() => setFiling(false)} />
      <WithdrawDialog
        filed={counting.find(({ id: one }) => one === withdrawing)}
        onClose={() => setWithdrawing(undefined)}
      />
    </>
  );
}

const Head = () => (
  <>
    <th>Document</th>
    <th>Standing</th>
    <th>Speaks from</th>
    <th>Expires on</th>
    <th>Received</th>
    <th>Answers resting on it</th>
    <th className="fit">
      <span className={classes.said}>Commands</span>
    </th>
  </>
);
