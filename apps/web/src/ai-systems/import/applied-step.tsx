import { Button, Group, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { UndoImportDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { useCommand } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { counted } from '../../ui/words.ts';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';
import { RowsByOutcome } from './rows-by-outcome.tsx';

/** What the import did, and the way back. */
export function AppliedStep({ one }: { one: ImportOnPage }) {
  const [asking, setAsking] = useState(false);
  const mayUndo = useMay('ai-system.undo-import') && one.status === 'applied';
  const undone = one.status === 'undone';
  return (
    <div className={classes.block}>
      <p className={classes.verdict}>{undone ? `This import was taken back. ${one.problem}` : recordedText(one)}</p>
      {!undone && one.problem && <p className={classes.warning}>{one.problem}</p>}
      <div className={classes.buttons}>
        <Button component={Link} to="/ai-systems">
          To the AI systems
        </Button>
        {mayUndo && (
          <Button variant="default" onClick={() => setAsking(true)}>
            Undo this import…
          </Button>
        )}
      </div>
      <RowsByOutcome one={one} />
      <UndoDialog one={one} opened={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

const recordedText = ({ created, updated, rejected }: ImportOnPage): string =>
  `Recorded: ${counted(created, 'new system')} and ${counted(updated, 'changed system')}.${
    rejected > 0 ? ` ${counted(rejected, 'row')} could not be imported.` : ''
  }`;

function UndoDialog({ one, opened, onClose }: { one: ImportOnPage; opened: boolean; onClose: () => void }) {
  const undo = useCommand(UndoImportDocument);
  return (
    <Modal opened={opened} onClose={onClose} title="Undo this import" size={520}>
      <ul className={classes.effects}>
        {one.created > 0 && (
          <li>
            {counted(one.created, 'system')} that it made {one.created === 1 ? 'leaves' : 'leave'} the inventory. Their
            history stays in the audit log.
          </li>
        )}
        {one.updated > 0 && (
          <li>
            {counted(one.updated, 'system')} that it changed {one.updated === 1 ? 'goes' : 'go'} back to what was
            recorded before, except where somebody changed them since.
          </li>
        )}
        <li>The file and this page stay; the same file can be imported again.</li>
      </ul>
      {undo.error && <FailureState failure={failureOf(undo.error)} />}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          color="gap"
          loading={undo.isPending}
          onClick={() => undo.mutate({ input: { id: one.id, version: one.version } }, { onSuccess: onClose })}
        >
          Take back {counted(one.created + one.updated, 'change')}
        </Button>
      </Group>
    </Modal>
  );
}
