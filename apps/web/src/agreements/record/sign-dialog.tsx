import { signAgreement } from '@attestry/domain/agreements/facts.ts';
import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { SignAgreementDocument } from '../../generated/graphql.ts';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { useSession } from '../../shell/session.ts';
import { partyNames } from '../facts/party-names.ts';
import { NO_SIGNATURES, SignatureFields, type SignaturesTyped, sentSignatures } from '../facts/signature-fields.tsx';
import type { AgreementOnPage } from './agreement-on-page.ts';

const SHOWN = Object.keys(NO_SIGNATURES).map((field) => `signatures.${field}`);

/** Records signatures as they come, one or both, and the effective date. */
export function SignDialog({
  agreement,
  opened,
  onClose,
}: {
  agreement: AgreementOnPage;
  opened: boolean;
  onClose: () => void;
}) {
  const { organization } = useSession();
  const [typed, setTyped] = useState<SignaturesTyped>(NO_SIGNATURES);
  const [reason, setReason] = useState('');
  const sign = useCheckedCommand(SignAgreementDocument, signAgreement, SHOWN);
  useEffect(() => {
    if (!opened) return;
    setTyped(typedOf(agreement));
    setReason('');
  }, [opened, agreement]);
  const { upper, lower } = partyNames(agreement, organization.name);
  const correcting = Boolean(agreement.effectiveOn);
  const confirm = () =>
    sign.send(
      {
        id: agreement.id,
        version: agreement.version,
        signatures: sentSignatures(typed),
        reason: reason.trim() || undefined,
      },
      () => {
        say('The signatures are recorded.');
        onClose();
      },
    );
  return (
    <CommandDialog
      opened={opened}
      onClose={onClose}
      title={correcting ? 'Correct signatures' : 'Signatures and effective date'}
      command="Record the signatures"
      size={600}
      busy={sign.busy}
      failure={sign.failure}
      reset={sign.reset}
      onConfirm={confirm}
    >
      <SignatureFields
        upper={upper}
        lower={lower}
        typed={typed}
        change={setTyped}
        wrong={(field) => sign.wrong[`signatures.${field}`]}
        idPrefix="sign-"
      />
      {correcting && (
        <Textarea
          label="Reason"
          description="Why it is corrected. Stands in the history."
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </CommandDialog>
  );
}

const typedOf = (agreement: AgreementOnPage): SignaturesTyped => ({
  signedByUpperOn: agreement.signedByUpperOn ?? '',
  signedByUpper: agreement.signedByUpper,
  signedByVendorOn: agreement.signedByVendorOn ?? '',
  signedByVendor: agreement.signedByVendor,
  effectiveOn: agreement.effectiveOn ?? '',
});
