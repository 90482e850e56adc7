import { Button, Textarea } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { ConflictPanel } from '../../ui/form/conflict-panel.tsx';
import type { FactSet } from '../../ui/form/fact-set.ts';
import classes from '../../ui/form/form.module.css';
import { LeaveGuard } from '../../ui/form/leave-guard.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { failureOf, isFailure } from '../api-error.ts';
import { FailureState } from '../failure-state.tsx';
import { say } from '../notices.tsx';
import type { ReadRecord } from './read-record.ts';
import { focusFact, useFactsForm } from './use-facts-form.ts';

interface Props<Facts extends object> {
  set: FactSet<Facts>;
  read: ReadRecord<Facts>;
  /** One sentence under the title: how to answer. */
  state: string;
  input: (fact: keyof Facts & string, field: FieldOf) => ReactNode;
  /** Records what changed, on the version it stands on. */
  save: (changes: Partial<Facts>, on: { version: number; reason: string | undefined }) => Promise<unknown>;
  /** The record as it is now, after somebody else's change; undefined when it is gone. */
  readAgain: () => Promise<ReadRecord<Facts> | undefined>;
  /** The record's page. */
  back: string;
}

export interface FieldOf {
  readonly value: never;
  readonly error: ReactNode;
  /** By path, for a fact that has parts: `contacts.0.name`. */
  readonly errors: Readonly<Record<string, ReactNode>>;
  readonly change: (fact: string, value: unknown) => void;
}

/** Edits the facts of a record: errors at their fields, nothing typed is lost, and two editors see both versions. */
export function EditForm<Facts extends object>({ set, read, state, input, save, readAgain, back }: Props<Facts>) {
  /** What the changes stand on: the version read, and after a conflict the newer one. */
  const [base, setBase] = useState(read);
  const [theirs, setTheirs] = useState<ReadRecord<Facts>>();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const done = useRef(false);
  const { form, change, take } = useFactsForm(read.facts, set.schema);
  const navigate = useNavigate();
  const changedFrom = (before: Facts, after: Facts) =>
    set.names.filter((fact) => !set.isSame(before[fact], after[fact]));

  const record = async (facts: Facts, onto: ReadRecord<Facts>) => {
    const after = set.schema.parse(facts);
    const changed = changedFrom(onto.facts, after);
    setBusy(true);
    try {
      setProblem(undefined);
      const changes = Object.fromEntries(changed.map((fact) => [fact, after[fact]])) as Partial<Facts>;
      if (changed.length > 0) await save(changes, { version: onto.version, reason: reason.trim() || undefined });
      done.current = true;
      say(changed.length > 0 ? 'Saved.' : 'Nothing was changed.');
      await navigate({ to: back as '/' });
    } catch (error) {
      await meet(error);
    } finally {
      setBusy(false);
    }
  };

  const meet = async (error: unknown) => {
    if (!isFailure(error, 'CONFLICT')) {
      if (!take(error)) setProblem(error);
      return;
    }
    try {
      setTheirs(await readAgain());
    } catch (unread) {
      setProblem(unread);
    }
  };

  /** What was chosen stands on their version now, whatever becomes of the saving. */
  const settle = (facts: Facts, onto: ReadRecord<Facts>) => {
    form.setValues(facts);
    setBase(onto);
    setTheirs(undefined);
    void record(facts, onto);
  };

  const guard = <LeaveGuard unsaved={() => !done.current && changedFrom(base.facts, form.getValues()).length > 0} />;
  if (theirs)
    return (
      <>
        {guard}
        <ConflictPanel
          name={read.name}
          set={set}
          base={base.facts}
          mine={form.getValues()}
          theirs={theirs.facts}
          last={theirs.last}
          settle={(facts) => settle(facts, theirs)}
          busy={busy}
        />
      </>
    );
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit(
        (facts) => record(facts, base),
        (errors) => focusFact(Object.keys(errors)[0]!),
      )}
    >
      {guard}
      <PageHeader title={`Edit ${read.name}`} state={state} />
      {set.groups.map(({ id, title, facts }) => (
        <fieldset key={id} className={classes.group}>
          <legend>{title}</legend>
          <div className={classes.fields}>
            {facts.map((fact) => {
              const { values, errors } = form;
              return input(fact, { value: values[fact] as never, error: errors[fact], errors, change });
            })}
          </div>
        </fieldset>
      ))}
      <fieldset className={classes.group}>
        <legend>This change</legend>
        <div className={classes.fields}>
          <Textarea
            label="Reason"
            description="Why, or where you know it from. Stands in the history."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={2}
          />
        </div>
      </fieldset>
      <div className={classes.foot}>
        {problem !== undefined && <FailureState failure={failureOf(problem)} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={busy}>
            Save
          </Button>
          <Button component={Link} to={back as '/'} variant="default">
            Cancel
          </Button>
          {Object.keys(form.errors).length > 0 && (
            <span role="alert" className={classes.problem}>
              Not saved: {Object.keys(form.errors).length === 1 ? 'one field has' : 'some fields have'} to be mended.
            </span>
          )}
        </div>
      </div>
    </form>
  );
}
