import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { FillSampleDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { failureWords } from '../shell/failure-words.ts';
import { useCommand } from '../shell/queries.ts';
import { isUnderWay, useTask } from '../shell/tasks.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Choice } from './choice.tsx';

/** Fills the organization with a sample to look around in; when it is done the page shows what came. */
export function FillSample({ icon }: { icon: ReactNode }) {
  const fill = useCommand(FillSampleDocument);
  const task = useTask(fill.data?.fillSample);
  const problem = fill.error ? failureWords(failureOf(fill.error)) : task?.status === 'failed' && FAILED;
  const command = isUnderWay(task) ? (
    <ProgressBar label="Filling the sample" done={task?.done ?? 0} total={task?.total} message={task?.message} />
  ) : (
    <Button variant="default" loading={fill.isPending} onClick={() => fill.mutate({})}>
      Fill with a sample
    </Button>
  );
  return (
    <Choice
      icon={icon}
      title="Look around in a sample"
      text={
        problem
          ? `${problem.title}. ${problem.text}`
          : 'A fictional clinic group with a year of records. It cannot be taken out again: use an organization made for it.'
      }
      command={command}
    />
  );
}

const FAILED = { title: 'The sample could not be filled', text: 'Nothing was recorded. Try again.' };
