import { Radio } from '@mantine/core';
import { useEffect, useState } from 'react';
import { GiveNoticeDocument, type NoticeGiver } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import classes from '../../shell/form/command-dialog.module.css';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { useSession } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { fieldErrors } from '../../ui/field-errors.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { partyNames } from '../facts/party-names.ts';
import type { AgreementOnPage } from './agreement-on-page.ts';
import { EndEffects } from './end-effects.tsx';

/** Notice of termination: by whom, on which day, and the last day that follows from it. */
export function NoticeDialog({
  agreement,
  opened,
  onClose,
}: {
  agreement: AgreementOnPage;
  opened: boolean;
  onClose: () => void;
}) {
  const { organization, today } = useSession();
  const { upper, lower } = partyNames(agreement, organization.name);
  const [by, setBy] = useState<NoticeGiver>('upper');
  const [noticeGivenOn, setNoticeGivenOn] = useState(today);
  const [endsOn, setEndsOn] = useState('');
  const give = useCommand(GiveNoticeDocument);
  const { reset } = give;
  useEffect(() => {
    if (!opened) return;
    reset();
    setNoticeGivenOn(today);
    setEndsOn(agreement.standing.termEndsOn ?? '');
  }, [opened, reset, agreement, today]);
  const failure = give.error ? failureOf(give.error) : undefined;
  const wrong = fieldErrors(failure?.fields);
  const saidAtFields = wrong.noticeGivenOn || wrong.endsOn;
  const confirm = (reason: string) =>
    give.mutate(
      { input: { id: agreement.id, version: agreement.version, noticeGivenOn, noticeGivenBy: by, endsOn, reason } },
      {
        onSuccess: () => {
          say('The notice is recorded.');
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title="Notice of termination"
      command="Record the notice"
      reasonHint="Why it is given. Stands in the record and its history."
      busy={give.isPending}
      disabled={endsOn === '' || noticeGivenOn === ''}
      problem={failure && !saidAtFields && <FailureState failure={failure} />}
      onConfirm={confirm}
    >
      <div className={classes.fields}>
        <p className={classes.hint}>This records a notice that was given in writing; nothing is mailed from here.</p>
        <Radio.Group label="Given by" value={by} onChange={(one) => setBy(one as NoticeGiver)}>
          <div className={classes.choices}>
            <Radio size="xs" value="upper" label={upper} />
            <Radio size="xs" value="vendor" label={lower} />
          </div>
        </Radio.Group>
        <DateField label="Given on" value={noticeGivenOn} error={wrong.noticeGivenOn} onChange={setNoticeGivenOn} />
        <DateField
          label="Last day in effect"
          description="As the agreement says for this notice."
          value={endsOn}
          error={wrong.endsOn}
          onChange={setEndsOn}
        />
      </div>
      {opened && <EndEffects agreement={agreement} lastDay={endsOn} />}
    </ReasonDialog>
  );
}
