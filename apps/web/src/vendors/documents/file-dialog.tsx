import {
  fileVendorEvidence,
  VENDOR_EVIDENCE_KINDS,
  type VendorEvidenceKind,
} from '@attestry/domain/vendors/evidence.ts';
import { Button, Group, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { FileField, type SentFile } from '../../documents/file-field.tsx';
import { FileVendorEvidenceDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { DateField } from '../../ui/date-field.tsx';
import { fieldErrors, sentence } from '../../ui/field-errors.ts';
import classes from '../../ui/form/form.module.css';
import { PhiWarning } from '../../ui/form/phi-warning.tsx';

interface Props {
  vendorId: string;
  opened: boolean;
  onClose: () => void;
}

/** Files a document about the vendor: the file, what it is, and for how long it counts. */
export const FileDialog = (props: Props) => (
  <Modal opened={props.opened} onClose={props.onClose} closeOnClickOutside={false} title="File a document" size={600}>
    <FileForm {...props} />
  </Modal>
);

interface Values {
  kind: VendorEvidenceKind;
  title: string;
  effectiveOn: string;
  expiresOn: string;
  note: string;
}

const EMPTY: Values = { kind: 'soc2', title: '', effectiveOn: '', expiresOn: '', note: '' };
const KINDS = Object.entries(VENDOR_EVIDENCE_KINDS).map(([value, label]) => ({ value, label }));

function FileForm({ vendorId, onClose }: Props) {
  const [file, setFile] = useState<SentFile>();
  const form = useForm<Values>({ initialValues: EMPTY, validate: (values) => problemsOf(inputOf(values)) });
  const filing = useCommand(FileVendorEvidenceDocument);
  const [problem, setProblem] = useState<unknown>();
  const inputOf = ({ effectiveOn, expiresOn, ...values }: Values) => ({
    vendorId,
    facts: {
      ...values,
      documentId: file?.id,
      effectiveOn: effectiveOn === '' ? null : effectiveOn,
      expiresOn: expiresOn === '' ? null : expiresOn,
    },
  });
  const record = async (values: Values) => {
    try {
      setProblem(undefined);
      await filing.mutateAsync({ input: inputOf(values) });
      say(`${values.title.trim()} is filed.`);
      onClose();
    } catch (error) {
      const errors = fieldErrors(failureOf(error).fields, 'facts');
      form.setErrors(errors);
      if (Object.keys(errors).length === 0) setProblem(error);
    }
  };
  /** What a file is called says what it is, until somebody says better. */
  const took = (sent: SentFile | undefined) => {
    setFile(sent);
    if (sent && form.values.title === '') form.setFieldValue('title', sent.name.replace(/\.[^.]+$/, ''));
  };
  return (
    <form noValidate onSubmit={form.onSubmit(record)}>
      <div className={classes.fields}>
        <FileField label="File" file={file} onChange={took} error={form.errors.documentId} />
        <NativeSelect label="What it is" data={KINDS} {...form.getInputProps('kind')} />
        <TextInput label="Title" {...form.getInputProps('title')} />
        <DateField
          label="Speaks from"
          description="The day it was issued, or the end of the period examined."
          className={classes.short}
          {...form.getInputProps('effectiveOn')}
        />
        <DateField
          label="Expires on"
          description="The last day on which it counts. Without one it is shown as unknown."
          className={classes.short}
          {...form.getInputProps('expiresOn')}
        />
        <div>
          <Textarea label="Note" autosize minRows={2} {...form.getInputProps('note')} />
          <PhiWarning text={form.values.note} />
        </div>
        {problem !== undefined && <FailureState failure={failureOf(problem)} />}
      </div>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={filing.isPending}>
          File it
        </Button>
      </Group>
    </form>
  );
}

/** What the command's own schema says, at the field that it is about. */
function problemsOf(input: unknown): Record<string, string> {
  const issues = fileVendorEvidence.safeParse(input).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [String(path.at(-1)), sentence(message)]).reverse());
}
