import { retireAiSystem } from '@attestry/domain/ai-systems/facts.ts';
import { useEffect, useState } from 'react';
import { RetireAiSystemDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { useToday } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import type { AiSystemOnPage } from './ai-system-on-page.ts';

/** Retiring takes a day and a reason; both stay in the record and its history. */
export function RetireDialog({
  system,
  opened,
  onClose,
}: {
  system: AiSystemOnPage;
  opened: boolean;
  onClose: () => void;
}) {
  const today = useToday();
  const [retiredOn, setRetiredOn] = useState(today);
  const retire = useCommand(RetireAiSystemDocument);
  const { reset } = retire;
  useEffect(() => {
    if (opened) reset();
  }, [opened, reset]);
  const dayProblem = retireAiSystem.shape.retiredOn.safeParse(retiredOn).error?.issues[0]?.message;
  const confirm = (reason: string) =>
    retire.mutate(
      { input: { id: system.id, version: system.version, retiredOn, reason } },
      {
        onSuccess: () => {
          say(`${system.name} is retired.`);
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title="Retire this AI system"
      command="Retire"
      reasonHint="For example what replaces it, or why its use ended. Shown in the record and in reports."
      busy={retire.isPending}
      disabled={dayProblem !== undefined}
      problem={retire.error && <FailureState failure={failureOf(retire.error)} />}
      onConfirm={confirm}
    >
      <p>
        <strong>{system.name}</strong> leaves the list of systems in use. The record, its history and its place in
        reports of earlier days stay.
      </p>
      <DateField
        mt={12}
        label="Retired on"
        description="The last day of its use."
        value={retiredOn}
        onChange={setRetiredOn}
      />
    </ReasonDialog>
  );
}
