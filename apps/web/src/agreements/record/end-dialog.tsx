import { useEffect, useState } from 'react';
import { EndAgreementDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { useToday } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { fieldErrors } from '../../ui/field-errors.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import type { AgreementOnPage } from './agreement-on-page.ts';
import { EndEffects } from './end-effects.tsx';

/** Its last day in effect, and why; says what follows from that day. */
export function EndDialog({
  agreement,
  opened,
  onClose,
}: {
  agreement: AgreementOnPage;
  opened: boolean;
  onClose: () => void;
}) {
  const today = useToday();
  const [endsOn, setEndsOn] = useState('');
  const end = useCommand(EndAgreementDocument);
  const { reset } = end;
  useEffect(() => {
    if (!opened) return;
    reset();
    setEndsOn(agreement.endsOn ?? agreement.standing.inEffectThrough ?? today);
  }, [opened, reset, agreement, today]);
  const failure = end.error ? failureOf(end.error) : undefined;
  const wrong = fieldErrors(failure?.fields).endsOn;
  const confirm = (reason: string) =>
    end.mutate(
      { input: { id: agreement.id, version: agreement.version, endsOn, reason } },
      {
        onSuccess: () => {
          say(`The last day of “${agreement.title}” is recorded.`);
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title={agreement.endsOn ? 'Change the last day' : 'End this agreement'}
      command={agreement.endsOn ? 'Change the last day' : 'End it'}
      reasonHint="Why it ends. Stands in the record, its history and reports."
      busy={end.isPending}
      disabled={endsOn === ''}
      problem={failure && !wrong && <FailureState failure={failure} />}
      onConfirm={confirm}
    >
      <DateField
        label="Last day in effect"
        description="The day may lie ahead."
        value={endsOn}
        error={wrong}
        onChange={setEndsOn}
      />
      {opened && <EndEffects agreement={agreement} lastDay={endsOn} />}
    </ReasonDialog>
  );
}
