import { coverService } from '@attestry/domain/agreements/facts.ts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CoverServiceDocument, VendorForAgreementDocument } from '../../generated/graphql.ts';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { query } from '../../shell/queries.ts';
import type { AgreementOnPage } from './agreement-on-page.ts';
import { type ListedDays, ListedDaysFields, NO_DAYS, sentDays } from './listed-days-fields.tsx';

/** Puts a service of the vendor on the list, from and through which day. */
export function CoverServiceDialog({
  agreement,
  opened,
  onClose,
}: {
  agreement: AgreementOnPage;
  opened: boolean;
  onClose: () => void;
}) {
  const { data } = useQuery({
    ...query(VendorForAgreementDocument, { id: agreement.vendor.id }),
    enabled: opened,
  });
  const [serviceId, setServiceId] = useState('');
  const [days, setDays] = useState<ListedDays>(NO_DAYS);
  const cover = useCheckedCommand(CoverServiceDocument, coverService, [
    'serviceId',
    'listedFrom',
    'listedThrough',
    'scopeNote',
  ]);
  const services = data?.vendor?.services.filter(({ removedOn }) => !removedOn);
  const confirm = () =>
    cover.send({ agreementId: agreement.id, serviceId, ...sentDays(days) }, () => {
      say('The service is listed.');
      setServiceId('');
      setDays(NO_DAYS);
      onClose();
    });
  return (
    <CommandDialog
      opened={opened}
      onClose={onClose}
      title={`List a service of ${agreement.vendor.name}`}
      command="List it"
      busy={cover.busy}
      failure={cover.failure}
      reset={cover.reset}
      onConfirm={confirm}
    >
      <NativeSelect
        label="Service"
        description={
          services?.length === 0 ? 'No service of this vendor is recorded: add one on the vendor’s page.' : undefined
        }
        value={serviceId}
        onChange={(event) => setServiceId(event.currentTarget.value)}
        error={cover.wrong.serviceId && (serviceId === '' ? 'Choose a service.' : cover.wrong.serviceId)}
        data={[
          { value: '', label: 'Choose a service' },
          ...(services ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ListedDaysFields days={days} change={setDays} wrong={cover.wrong} />
    </CommandDialog>
  );
}
