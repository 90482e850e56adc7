import { amendAgreement } from '@attestry/domain/agreements/facts.ts';
import { Checkbox, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FileField, type SentFile } from '../../documents/file-field.tsx';
import { AmendAgreementDocument, VendorForAgreementDocument } from '../../generated/graphql.ts';
import classes from '../../shell/form/command-dialog.module.css';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { query } from '../../shell/queries.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { AgreementOnPage } from './agreement-on-page.ts';

/** What an amendment changes, from which day on, and the services that it adds or takes off. */
export function AmendDialog({
  agreement,
  opened,
  onClose,
}: {
  agreement: AgreementOnPage;
  opened: boolean;
  onClose: () => void;
}) {
  const { data } = useQuery({ ...query(VendorForAgreementDocument, { id: agreement.vendor.id }), enabled: opened });
  const [effectiveOn, setEffectiveOn] = useState('');
  const [description, setDescription] = useState('');
  const [file, setFile] = useState<SentFile>();
  const [added, setAdded] = useState<string[]>([]);
  const [ended, setEnded] = useState<string[]>([]);
  const amend = useCheckedCommand(AmendAgreementDocument, amendAgreement, ['effectiveOn', 'description', 'documentId']);
  useEffect(() => {
    if (!opened) return;
    setEffectiveOn('');
    setDescription('');
    setFile(undefined);
    setAdded([]);
    setEnded([]);
  }, [opened]);
  const listed = agreement.coveredServices.filter(({ listedThrough }) => !listedThrough);
  const others = (data?.vendor?.services ?? []).filter(
    ({ id, removedOn }) => !removedOn && !listed.some(({ service }) => service.id === id),
  );
  const confirm = () =>
    amend.send(
      {
        agreementId: agreement.id,
        effectiveOn,
        description,
        documentId: file?.id,
        addServiceIds: added,
        endCoveredServiceIds: ended,
      },
      () => {
        say('The amendment is recorded.');
        onClose();
      },
    );
  return (
    <CommandDialog
      opened={opened}
      onClose={onClose}
      title="Amend this agreement"
      command="Record the amendment"
      busy={amend.busy}
      failure={amend.failure}
      reset={amend.reset}
      onConfirm={confirm}
    >
      <DateField label="Effective on" value={effectiveOn} error={amend.wrong.effectiveOn} onChange={setEffectiveOn} />
      <Textarea
        label="What it changes"
        autosize
        minRows={2}
        value={description}
        error={amend.wrong.description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      {others.length > 0 && (
        <Checkbox.Group label="Services that it adds, from this day on" value={added} onChange={setAdded}>
          <div className={classes.choices}>
            {others.map(({ id, name }) => (
              <Checkbox key={id} size="xs" value={id} label={name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {listed.length > 0 && (
        <Checkbox.Group
          label="Services that it takes off"
          description="The day before is their last."
          value={ended}
          onChange={setEnded}
        >
          <div className={classes.choices}>
            {listed.map(({ id, service }) => (
              <Checkbox key={id} size="xs" value={id} label={service.name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <FileField label="The amendment" description="The signed file." file={file} onChange={setFile} />
    </CommandDialog>
  );
}
