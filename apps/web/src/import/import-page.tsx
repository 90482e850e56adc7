import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { DataImportPageDocument } from '../generated/graphql.ts';
import { failureOf, isFailure } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { NoPermission } from '../shell/no-permission.tsx';
import { useRecordTitle } from '../shell/page-title.ts';
import { query } from '../shell/queries.ts';
import { useMay, useSession } from '../shell/session.ts';
import { instantText } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PageShape } from '../ui/shapes.tsx';
import { counted } from '../ui/words.ts';
import { AppliedStep } from './applied-step.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';
import { ImportProgress } from './import-progress.tsx';
import type { KindOnPage } from './kind-on-page.ts';

/** One import from upload to undo. What it has come to is in its record: a reload and a colleague see the same step. */
export function ImportPage({ kind }: { kind: KindOnPage }) {
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    ...query(DataImportPageDocument, { id }),
    // Progress is pushed; this catches what a broken connection swallowed.
    refetchInterval: ({ state }) => (UNDER_WAY.has(state.data?.dataImport?.status ?? '') ? 10_000 : false),
  });
  const one = data?.dataImport?.kind === kind.kind ? data.dataImport : undefined;
  const { timeZone } = useSession().organization;
  useRecordTitle(one ? `Import of ${one.fileName}` : undefined);
  if (isFailure(error, 'FORBIDDEN')) return <NoPermission to={kind.words.seeing} />;
  if (error && !data) return <FailureState failure={failureOf(error)} heading="h1" again={() => void refetch()} />;
  if (!data) return <PageShape />;
  if (!one) return <EmptyState title="There is no such import" />;
  return (
    <>
      <PageHeader
        title={`Import of ${one.fileName}`}
        state={`${counted(one.rowCount, 'row')}, ${counted(one.columns.length, 'column')}; uploaded by ${one.requestedBy}, ${instantText(one.createdAt, timeZone)}.`}
        actions={
          <Button component={Link} to={kind.paths.imports} variant="default">
            All imports
          </Button>
        }
      />
      <Wizard key={id} kind={kind} one={one} />
    </>
  );
}

const UNDER_WAY: ReadonlySet<string> = new Set(['checking', 'applying', 'undoing']);

function Wizard({ kind, one }: { kind: KindOnPage; one: ImportOnPage }) {
  const [mending, setMending] = useState(false);
  const mayImport = useMay(kind.permissions.import);
  const atColumns = one.status === 'uploaded' || (one.status === 'failed' && mayImport) || mending;
  const step = atColumns ? 0 : one.status === 'checking' || one.status === 'checked' ? 1 : 2;
  return (
    <>
      <ol className={classes.steps}>
        {['Columns', 'Check', 'Record'].map((name, index) => (
          <li key={name} aria-current={index === step ? 'step' : undefined} data-past={index < step || undefined}>
            <span>{index + 1}</span> {name}
          </li>
        ))}
      </ol>
      {one.status === 'failed' && (
        <div className={classes.block}>
          <ErrorState title="This import failed">{one.problem} Nothing of it was recorded.</ErrorState>
        </div>
      )}
      {one.warnings.length > 0 && step < 2 && (
        <ul className={classes.warnings}>
          {one.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {atColumns && <ColumnsStep kind={kind} one={one} started={() => setMending(false)} />}
      {!atColumns && one.status === 'checking' && <ImportProgress one={one} label="Checking every row" />}
      {!atColumns && one.status === 'checked' && <CheckStep kind={kind} one={one} mend={() => setMending(true)} />}
      {one.status === 'applying' && <ImportProgress one={one} label="Recording" />}
      {one.status === 'undoing' && <ImportProgress one={one} label="Taking the import back" />}
      {(one.status === 'applied' || one.status === 'undone') && <AppliedStep kind={kind} one={one} />}
    </>
  );
}
