import { type AiSystemFacts, aiSystemFacts } from '@attestry/domain/ai-systems/facts.ts';
import { changedFacts } from '@attestry/domain/ai-systems/import/diff.ts';
import { Button, Textarea } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { AiSystemForEditDocument, UpdateAiSystemDocument } from '../../generated/graphql.ts';
import { failureOf, isFailure } from '../../shell/api-error.ts';
import { execute } from '../../shell/client.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { FACT_GROUPS } from '../facts/fact-groups.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { FactInput } from './fact-input.tsx';
import { factsOf, type ReadSystem } from './facts-of.ts';
import classes from './form.module.css';
import { LeaveGuard } from './leave-guard.tsx';
import { focusFact, useFactsForm } from './use-facts-form.ts';

export function EditForm({ read }: { read: ReadSystem }) {
  /** What the changes stand on: the version read, and after a conflict the newer one. */
  const [base, setBase] = useState(read);
  const [theirs, setTheirs] = useState<ReadSystem>();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const done = useRef(false);
  const { form, change, take } = useFactsForm(factsOf(read));
  const update = useCommand(UpdateAiSystemDocument);
  const navigate = useNavigate();
  const { id } = read;

  const save = async (facts: AiSystemFacts, onto: ReadSystem) => {
    const changes = changedFacts(factsOf(onto), aiSystemFacts.parse(facts));
    try {
      setProblem(undefined);
      if (changes.length > 0)
        await update.mutateAsync({
          input: {
            id,
            version: onto.version,
            facts: Object.fromEntries(changes.map(({ fact, after }) => [fact, after])),
            reason: reason.trim() || undefined,
          },
        });
      done.current = true;
      say(changes.length > 0 ? 'Saved.' : 'Nothing was changed.');
      await navigate({ to: '/ai-systems/$id', params: { id } as never });
    } catch (error) {
      await meet(error);
    }
  };

  const meet = async (error: unknown) => {
    if (!isFailure(error, 'CONFLICT')) {
      if (!take(error)) setProblem(error);
      return;
    }
    try {
      const now = await execute(AiSystemForEditDocument, { id });
      if (now.aiSystem) setTheirs(now.aiSystem);
    } catch (unread) {
      setProblem(unread);
    }
  };

  /** What was chosen stands on their version now, whatever becomes of the saving. */
  const settle = (facts: AiSystemFacts, onto: ReadSystem) => {
    form.setValues(facts);
    setBase(onto);
    setTheirs(undefined);
    void save(facts, onto);
  };

  const guard = (
    <LeaveGuard unsaved={() => !done.current && changedFacts(factsOf(base), form.getValues()).length > 0} />
  );
  if (theirs)
    return (
      <>
        {guard}
        <ConflictPanel base={base} mine={form.getValues()} theirs={theirs} settle={settle} busy={update.isPending} />
      </>
    );
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit(
        (facts) => save(facts, base),
        (errors) => focusFact(Object.keys(errors)[0]!),
      )}
    >
      {guard}
      <PageHeader
        title={`Edit ${read.name}`}
        state="Leave what you do not know as unknown: it is counted as the worse case."
      />
      {FACT_GROUPS.map(({ id: group, title, facts }) => (
        <fieldset key={group} className={classes.group}>
          <legend>{title}</legend>
          <div className={classes.fields}>
            {facts.map((fact) => (
              <FactInput key={fact} fact={fact} value={form.values[fact]} error={form.errors[fact]} change={change} />
            ))}
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
          <Button type="submit" loading={update.isPending}>
            Save
          </Button>
          <Button component={Link} to="/ai-systems/$id" params={{ id } as never} variant="default">
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
