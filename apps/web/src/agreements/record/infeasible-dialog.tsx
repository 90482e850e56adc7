import { RECHECK_MONTHS } from '@attestry/domain/agreements/obligation.ts';
import { declareInfeasible, RETURN_CATEGORIES } from '@attestry/domain/agreements/return-or-destroy.ts';
import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { DeclareInfeasibleDocument } from '../../generated/graphql.ts';
import classes from '../../shell/form/command-dialog.module.css';
import { CommandDialog } from '../../shell/form/command-dialog.tsx';
import { useCheckedCommand } from '../../shell/form/use-checked-command.ts';
import { say } from '../../shell/notices.tsx';
import { useToday } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { Obligation } from './agreement-on-page.ts';

/** Return or destruction cannot be done: why, and what protects the PHI that stays. */
export function InfeasibleDialog({ obligation, onClose }: { obligation: Obligation | undefined; onClose: () => void }) {
  const today = useToday();
  const [since, setSince] = useState(today);
  const [reason, setReason] = useState('');
  const [protections, setProtections] = useState('');
  const declare = useCheckedCommand(DeclareInfeasibleDocument, declareInfeasible, ['since', 'reason', 'protections']);
  useEffect(() => {
    if (!obligation) return;
    setSince(today);
    setReason('');
    setProtections('');
  }, [obligation, today]);
  const confirm = () =>
    obligation &&
    declare.send({ id: obligation.id, version: obligation.version, since, reason, protections }, () => {
      say('Recorded as infeasible.');
      onClose();
    });
  return (
    <CommandDialog
      opened={obligation !== undefined}
      onClose={onClose}
      title={
        obligation ? `${RETURN_CATEGORIES[obligation.category]}: return or destruction is not feasible` : 'Not feasible'
      }
      command="Record as infeasible"
      busy={declare.busy}
      failure={declare.failure}
      reset={declare.reset}
      onConfirm={confirm}
    >
      <p className={classes.hint}>
        The protections of the agreement then go on for this PHI, and it may be used only for what makes its return
        infeasible (45 CFR 164.504(e)(2)(ii)(J)). It is to be looked at again every {RECHECK_MONTHS} months, and the six
        years of retention do not start.
      </p>
      <DateField label="Since" value={since} error={declare.wrong.since} onChange={setSince} />
      <Textarea
        label="Why it is not feasible"
        autosize
        minRows={2}
        value={reason}
        error={declare.wrong.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label="What protects it"
        description="Who may reach it, how it is encrypted, what it may still be used for."
        autosize
        minRows={3}
        value={protections}
        error={declare.wrong.protections}
        onChange={(event) => setProtections(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
