import {
  type AiSystemFacts,
  aiSystemFacts,
  type CreateAiSystem,
  type FactName,
  UNKNOWN_FACTS,
} from '@attestry/domain/ai-systems/facts.ts';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { CreateAiSystemDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { focusFact, useFactsForm } from '../../shell/form/use-facts-form.ts';
import { NoPermission } from '../../shell/no-permission.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import classes from '../../ui/form/form.module.css';
import { LeaveGuard } from '../../ui/form/leave-guard.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { FactInput } from './fact-input.tsx';

const EMPTY: AiSystemFacts = { name: '', ...UNKNOWN_FACTS };

/** Intake in two minutes: five questions, the rest later and by whoever knows it. */
export function NewPage() {
  const { form, change, take } = useFactsForm(EMPTY, aiSystemFacts);
  const [problem, setProblem] = useState<unknown>();
  const create = useCommand(CreateAiSystemDocument);
  const navigate = useNavigate();
  const goOn = useRef(false);
  const done = useRef(false);
  if (!useMay('ai-system.create')) return <NoPermission to="add AI systems" />;

  const record = async (values: AiSystemFacts) => {
    try {
      setProblem(undefined);
      const { createAiSystem: made } = await create.mutateAsync({ facts: said(values) });
      done.current = true;
      say(`${values.name.trim()} is recorded.`);
      await navigate({
        to: goOn.current ? '/ai-systems/$id/edit' : '/ai-systems/$id',
        params: { id: made.id } as never,
      });
    } catch (error) {
      if (!take(error)) setProblem(error);
    }
  };
  const field = (fact: FactName, label: string, hint?: string) => (
    <FactInput
      fact={fact}
      value={form.values[fact]}
      error={form.errors[fact]}
      change={change}
      label={label}
      hint={hint}
    />
  );
  const fromVendor = form.values.origin === 'vendor' || form.values.origin === 'both';
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit(record, (errors) => focusFact(Object.keys(errors)[0]!))}
    >
      <LeaveGuard unsaved={() => !done.current && Object.keys(said(form.getValues())).length > 1} />
      <PageHeader
        title="Add an AI system"
        state="Five questions. “Unknown” is an answer: it is shown as such until somebody knows."
      />
      <div className={classes.fields}>
        {field('name', 'What is it called?')}
        {field('purpose', 'What does it do?')}
        {field('users', 'Who uses it?')}
        {field('origin', 'From a vendor, or made here?')}
        {fromVendor && field('vendorName', 'Which vendor?')}
        {field('phi', 'Does it see patient data?')}
      </div>
      <div className={classes.foot}>
        {problem !== undefined && <FailureState failure={failureOf(problem)} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={create.isPending} onClick={() => (goOn.current = false)}>
            Record it
          </Button>
          <Button type="submit" variant="default" disabled={create.isPending} onClick={() => (goOn.current = true)}>
            Record it and add more facts
          </Button>
          <Button component={Link} to="/ai-systems" variant="subtle">
            Cancel
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Only what was said is sent: the rest is unknown, and not "unknown, says this person". */
function said(values: AiSystemFacts) {
  const parsed = aiSystemFacts.safeParse(values).data ?? values;
  const entries = Object.entries(parsed).filter(([fact, value]) => value !== EMPTY[fact as FactName]);
  return { ...Object.fromEntries(entries), name: parsed.name } as CreateAiSystem;
}
