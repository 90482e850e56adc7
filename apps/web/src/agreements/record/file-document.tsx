import {
  AGREEMENT_DOCUMENT_KINDS,
  type AgreementDocumentKind,
  fileAgreementDocument,
} from '@attestry/domain/agreements/facts.ts';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FileField, type SentFile } from '../../documents/file-field.tsx';
import { FileAgreementDocumentDocument } from '../../generated/graphql.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import type { Filed } from './agreement-on-page.ts';
import classes from './documents-tab.module.css';

const scrollHere = (form: HTMLFormElement | null) => form?.scrollIntoView({ block: 'nearest' });

/** Takes a file, then asks what it is; or, of a document that is filed, a new version. */
export function FileDocument({
  agreementId,
  replacing,
  done,
}: {
  agreementId: string;
  replacing: Filed | undefined;
  done: (filed: string | undefined) => void;
}) {
  const [file, setFile] = useState<SentFile>();
  const [kind, setKind] = useState<AgreementDocumentKind>(replacing?.kind ?? 'signed');
  const [title, setTitle] = useState(replacing?.title ?? '');
  const [effectiveOn, setEffectiveOn] = useState('');
  const filing = useCheckedCommand(FileAgreementDocumentDocument, fileAgreementDocument, [
    'kind',
    'title',
    'effectiveOn',
  ]);
  const take = (sent: SentFile | undefined) => {
    setFile(sent);
    if (sent && title === '') setTitle(sent.name.replace(/\.[^.]+$/, ''));
  };
  const clear = () => {
    setFile(undefined);
    setTitle('');
    setEffectiveOn('');
  };
  const confirm = (event: React.FormEvent) => {
    event.preventDefault();
    if (!file) return;
    filing.send(
      {
        agreementId,
        documentId: file.id,
        kind,
        title,
        effectiveOn: effectiveOn || null,
        replacesId: replacing?.id,
      },
      ({ fileAgreementDocument: { documents } }) => {
        say(`${title} is filed.`);
        clear();
        done(documents.find(({ document }) => document.id === file.id)?.id);
      },
    );
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={confirm}
      // Asked for from further down the list.
      ref={replacing && scrollHere}
    >
      <FileField
        label={replacing ? `New version of “${replacing.title}”` : 'File a document'}
        description={replacing && 'The version that is filed now stays, marked as replaced.'}
        file={file}
        onChange={take}
      />
      {file && (
        <>
          <NativeSelect
            label="What it is"
            value={kind}
            error={filing.wrong.kind}
            onChange={(event) => setKind(event.currentTarget.value as AgreementDocumentKind)}
            data={Object.entries(AGREEMENT_DOCUMENT_KINDS).map(([value, label]) => ({ value, label }))}
          />
          <TextInput
            label="Title"
            value={title}
            error={filing.wrong.title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <DateField
            label="Effective on"
            description="The day that the document itself says; when it was received is kept apart."
            value={effectiveOn}
            error={filing.wrong.effectiveOn}
            onChange={setEffectiveOn}
          />
          {filing.failure && <FailureState failure={filing.failure} />}
        </>
      )}
      {(file || replacing) && (
        <Group gap={8}>
          <Button type="submit" loading={filing.busy} disabled={!file}>
            File it
          </Button>
          <Button
            variant="default"
            onClick={() => {
              clear();
              done(undefined);
            }}
          >
            Cancel
          </Button>
        </Group>
      )}
    </form>
  );
}
