import { Button, Group, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { UndoImportDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { useCommand } from '../shell/queries.ts';
import { useMay } from '../shell/session.ts';
import { counted } from '../ui/words.ts';
import classes from './import.module.css';
import type { ImportOnPage } from './import-on-page.ts';
import { listed, recorded, talliesIn } from './import-words.ts';
import type { KindOnPage } from './kind-on-page.ts';
import { RowsByOutcome } from './rows-by-outcome.tsx';

/** What the import did, and the way back. */
export function AppliedStep({ kind, one }: { kind: KindOnPage; one: ImportOnPage }) {
  const [asking, setAsking] = useState(false);
  const mayUndo = useMay(kind.permissions.undo) && one.status === 'applied';
  const undone = one.status === 'undone';
  return (
    <div className={classes.block}>
      <p className={classes.verdict}>
        {undone ? `This import was taken back. ${one.problem}` : recordedText(kind, one)}
      </p>
      {!undone && one.problem && <p className={classes.warning}>{one.problem}</p>}
      {!undone && kind.Afterwards && <kind.Afterwards one={one} />}
      <div className={classes.buttons}>
        <Button component={Link} to={kind.paths.register}>
          {kind.words.toRegister}
        </Button>
        {mayUndo && (
          <Button variant="default" onClick={() => setAsking(true)}>
            Undo this import…
          </Button>
        )}
      </div>
      <RowsByOutcome kind={kind} one={one} />
      <UndoDialog kind={kind} one={one} opened={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

const recordedText = (kind: KindOnPage, one: ImportOnPage): string =>
  `Recorded: ${recorded(kind, one)}.${one.rejected > 0 ? ` ${counted(one.rejected, 'row')} could not be imported.` : ''}`;

interface DialogProps {
  kind: KindOnPage;
  one: ImportOnPage;
  opened: boolean;
  onClose: () => void;
}

function UndoDialog({ kind, one, opened, onClose }: DialogProps) {
  const undo = useCommand(UndoImportDocument);
  const tallies = talliesIn(kind.entities, one.records);
  const amount = (what: 'created' | 'updated') => {
    const counts = tallies.filter(([tally]) => tally[what] > 0);
    const total = counts.reduce((sum, [tally]) => sum + tally[what], 0);
    return { total, text: listed(counts.map(([tally, words]) => counted(tally[what], ...words))) };
  };
  const [created, updated] = [amount('created'), amount('updated')];
  return (
    <Modal opened={opened} onClose={onClose} title="Undo this import" size={520}>
      <ul className={classes.effects}>
        {created.total > 0 && (
          <li>
            {created.text} that it made {created.total === 1 ? 'leaves' : 'leave'} {kind.words.register}
            {kind.words.undoing}. Their history stays in the audit log.
          </li>
        )}
        {updated.total > 0 && (
          <li>
            {updated.text} that it changed {updated.total === 1 ? 'goes' : 'go'} back to what was recorded before,
            except where somebody changed them since.
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
          Take back {counted(created.total + updated.total, 'change')}
        </Button>
      </Group>
    </Modal>
  );
}
