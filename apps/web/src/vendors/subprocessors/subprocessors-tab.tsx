import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SubprocessorChainDocument, SubprocessorVersionsDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { query } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RowsShape } from '../../ui/shapes.tsx';
import { Chain } from './chain.tsx';
import type { Link } from './chain-drawing.ts';
import { LinkDialog } from './link-dialog.tsx';
import { ListVersions } from './list-versions.tsx';
import { RecordList } from './record-list.tsx';
import classes from './subprocessors.module.css';

interface Props {
  vendor: { readonly id: string; readonly name: string };
}

/** Who is below the vendor, and above it; the versions of the list that it publishes. */
export function SubprocessorsTab({ vendor }: Props) {
  const { asOf, readOnly } = useAsOf();
  const chain = useQuery(query(SubprocessorChainDocument, { vendorId: vendor.id, on: asOf, asOf }));
  const versions = useQuery(query(SubprocessorVersionsDocument, { vendorId: vendor.id, asOf }));
  const [recording, setRecording] = useState(false);
  const [dialog, setDialog] = useState<'add' | Link>();
  const may = {
    record: useMay('subprocessor.record-list') && !readOnly,
    add: useMay('subprocessor.add') && !readOnly,
    update: useMay('subprocessor.update') && !readOnly,
  };
  const error = chain.error ?? versions.error;
  if (error)
    return (
      <FailureState failure={failureOf(error)} again={() => void Promise.all([chain.refetch(), versions.refetch()])} />
    );
  if (!chain.data || !versions.data) return <RowsShape rows={6} />;
  if (recording && !readOnly) return <RecordList vendor={vendor} done={() => setRecording(false)} />;
  const graph = chain.data.subprocessorGraph;
  const lists = versions.data.vendor?.subprocessorLists ?? [];
  const commands = (
    <>
      {may.record && <Button onClick={() => setRecording(true)}>Record a list…</Button>}
      {may.add && (
        <Button variant="default" onClick={() => setDialog('add')}>
          Add a subprocessor…
        </Button>
      )}
    </>
  );
  const isEmpty = graph.links.length === 0 && lists.length === 0;
  return (
    <>
      {isEmpty ? (
        <EmptyState title={`No subprocessors of ${vendor.name} are recorded`} action={commands}>
          A business associate that passes PHI on needs an agreement with each subcontractor (45 CFR 164.502(e)(1)(ii)).
          Record the list that the vendor publishes, or add what you know from elsewhere. Until then whether PHI goes
          further is not known.
        </EmptyState>
      ) : (
        <>
          <div className={classes.bar}>{commands}</div>
          <Chain vendor={vendor} graph={graph} edit={may.update ? setDialog : undefined} />
          <ListVersions vendor={vendor} lists={lists} />
        </>
      )}
      <LinkDialog
        vendor={vendor}
        link={dialog === 'add' ? undefined : dialog}
        opened={dialog !== undefined}
        onClose={() => setDialog(undefined)}
      />
    </>
  );
}
