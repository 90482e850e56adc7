import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FileField, type SentFile } from '../../documents/file-field.tsx';
import { ReadSubprocessorListDocument } from '../../generated/graphql.ts';
import { type Failure, failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { query } from '../../shell/queries.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { sentence } from '../../ui/field-errors.ts';
import { LeaveGuard } from '../../ui/form/leave-guard.tsx';
import { CheckList } from './check-list.tsx';
import classes from './subprocessors.module.css';

interface Props {
  vendor: { readonly id: string; readonly name: string };
  done: () => void;
}

/** Takes the list that a vendor publishes from a file: read, looked at by a person, then recorded. */
export function RecordList({ vendor, done }: Props) {
  const [file, setFile] = useState<SentFile>();
  const read = useQuery({
    ...query(ReadSubprocessorListDocument, { vendorId: vendor.id, documentId: file?.id ?? '' }),
    enabled: file !== undefined,
    // What was read is what is looked at; nothing reads the file again meanwhile.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  });
  const list = file && read.data?.readSubprocessorList;
  return (
    <section aria-labelledby="record-list" className={classes.panel}>
      <LeaveGuard unsaved={() => list !== undefined} />
      <h2 id="record-list" className={classes.heading}>
        Record the list that {vendor.name} publishes
      </h2>
      <div className={classes.fields}>
        <FileField
          label="The list"
          description="A file with a table: Markdown, web page, Word, CSV or Excel. The file is kept as evidence."
          file={file}
          onChange={setFile}
        />
      </div>
      {file && read.isFetching && <p role="status">Reading {file.name} …</p>}
      {file && read.error && <Unreadable name={file.name} failure={failureOf(read.error)} />}
      {list ? (
        <CheckList key={file.id} vendor={vendor} documentId={file.id} list={list} done={done} />
      ) : (
        <div className={classes.foot}>
          <Button variant="default" onClick={done}>
            Cancel
          </Button>
        </div>
      )}
    </section>
  );
}

/** What is wrong with the file stands in the sentence of its field. */
function Unreadable({ name, failure }: { name: string; failure: Failure }) {
  const [problem] = failure.code === 'INVALID' ? (failure.fields ?? []) : [];
  if (!problem) return <FailureState failure={failure} />;
  return (
    <ErrorState title={`${name} ${problem.message.split('. ')[0]}`}>
      {sentence(problem.message.split('. ').slice(1).join('. ') || 'Choose another file')} No list was recorded.
    </ErrorState>
  );
}
