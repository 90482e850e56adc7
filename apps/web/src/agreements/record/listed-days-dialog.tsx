import { updateCoveredService } from '@attestry/domain/agreements/facts.ts';
import { useEffect, useState } from 'react';
import { UpdateCoveredServiceDocument } from '../../generated/graphql.ts';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import type { CoveredService } from './agreement-on-page.ts';
import { type ListedDays, ListedDaysFields, NO_DAYS, sentDays } from './listed-days-fields.tsx';

/** Changes the days of a line: a service that is no longer listed gets its last day here. */
export function ListedDaysDialog({ line, onClose }: { line: CoveredService | undefined; onClose: () => void }) {
  const [days, setDays] = useState<ListedDays>(NO_DAYS);
  const update = useCheckedCommand(UpdateCoveredServiceDocument, updateCoveredService, [
    'listedFrom',
    'listedThrough',
    'scopeNote',
  ]);
  useEffect(() => {
    if (line)
      setDays({
        listedFrom: line.listedFrom ?? '',
        listedThrough: line.listedThrough ?? '',
        scopeNote: line.scopeNote,
      });
  }, [line]);
  const confirm = () =>
    line &&
    update.send({ id: line.id, version: line.version, ...sentDays(days) }, () => {
      say('The days are recorded.');
      onClose();
    });
  return (
    <CommandDialog
      opened={line !== undefined}
      onClose={onClose}
      title={`On which days it lists ${line?.service.name ?? 'the service'}`}
      command="Record the days"
      busy={update.busy}
      failure={update.failure}
      reset={update.reset}
      onConfirm={confirm}
    >
      <ListedDaysFields days={days} change={setDays} wrong={update.wrong} />
    </CommandDialog>
  );
}
