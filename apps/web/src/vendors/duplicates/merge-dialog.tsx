import { useEffect } from 'react';
import { MergeVendorsDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { useCommand } from '../../shell/queries.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import classes from './duplicates.module.css';
import { holdingWords } from './holdings.ts';
import type { Side } from './side.ts';

/** What was merged, to be said where the pair stood. */
export interface Merged {
  readonly gone: string;
  readonly keep: { readonly id: string; readonly name: string };
}

/** Merging says exactly what moves, asks why, and cannot be undone by a button. */
export function MergeDialog({
  stays,
  goes,
  opened,
  onClose,
  onMerged,
}: {
  stays: Side;
  goes: Side;
  opened: boolean;
  onClose: () => void;
  onMerged: (merged: Merged) => void;
}) {
  const merge = useCommand(MergeVendorsDocument);
  const { reset } = merge;
  useEffect(() => {
    if (opened) reset();
  }, [opened, reset]);
  const [keep, gone] = [stays.vendor, goes.vendor];
  const moving = holdingWords(gone, goes.links?.length ?? 0);
  // The pair is gone with the answer, and this dialog with it: what follows must not wait for it.
  const confirm = (reason: string) =>
    merge
      .mutateAsync({
        input: { keepId: keep.id, keepVersion: keep.version, mergeId: gone.id, mergeVersion: gone.version, reason },
      })
      .then(() => onMerged({ gone: gone.name, keep }))
      .catch(() => undefined);
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title={`Merge into ${keep.name}`}
      command="Merge"
      reasonHint="Where you know from that both are one vendor."
      busy={merge.isPending}
      disabled={goes.links === undefined}
      problem={merge.error && <FailureState failure={failureOf(merge.error)} />}
      onConfirm={confirm}
    >
      <p>
        <strong>{gone.name}</strong> leaves the register; its page will say that it was merged into{' '}
        <strong>{keep.name}</strong>, and keeps its history. This cannot be taken back.
      </p>
      {moving.length > 0 ? (
        <>
          <p className={classes.moves}>To {keep.name} move:</p>
          <ul className={classes.moving}>
            {moving.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className={classes.moves}>It holds nothing that would have to move.</p>
      )}
      <p className={classes.moves}>
        What {keep.name} says already stays: its description, owner, tier, contacts and notes, and its answers to
        questions that both answered.
      </p>
    </ReasonDialog>
  );
}
