import { dayText } from '@attestry/domain/time/day-text.ts';
import { isPlainDate } from '@attestry/domain/time/plain-date.ts';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { type ReadSubprocessorListQuery, RecordSubprocessorListDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import { useToday } from '../../shell/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { fieldErrors } from '../../ui/field-errors.ts';
import { counted } from '../../ui/words.ts';
import { CheckNames } from './check-names.tsx';
import { type Choice, keyOf, nameGroups, plainChoice } from './name-choices.ts';
import classes from './subprocessors.module.css';

interface Props {
  vendor: { readonly id: string; readonly name: string };
  documentId: string;
  list: ReadSubprocessorListQuery['readSubprocessorList'];
  done: () => void;
}

/** What was read: the date, what could not be taken, and for each name which vendor it is. */
export function CheckList({ vendor, documentId, list, done }: Props) {
  const today = useToday();
  const [listedOn, setListedOn] = useState<string>(list.listedOn ?? today);
  const [source, setSource] = useState('');
  const groups = useMemo(() => nameGroups(list.entries), [list.entries]);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>(() =>
    Object.fromEntries(groups.map((group) => [group.key, plainChoice(group)])),
  );
  const [asked, setAsked] = useState(false);
  const recording = useCommand(RecordSubprocessorListDocument);
  const failure = recording.error && failureOf(recording.error);
  const errors = fieldErrors(failure?.fields);
  const open = groups.filter(({ key }) => choices[key] === undefined);
  const made = groups.filter(({ key }) => choices[key] === 'new').length;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (open.length > 0 || !isPlainDate(listedOn))
      return document.getElementById(open[0] ? idOf(open[0].key, groups) : 'listed-on')?.focus();
    const entries = list.entries.map(({ entry }) => {
      const choice = choices[keyOf(entry.name)];
      return { ...entry, vendorId: typeof choice === 'object' ? choice.id : undefined };
    });
    recording.mutate(
      { input: { vendorId: vendor.id, listedOn, source: source.trim() || undefined, documentId, entries } },
      {
        onSuccess: () => {
          say(`The list of ${dayText(listedOn)} is recorded.`);
          done();
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={submit}>
      {list.warnings.length > 0 && (
        <div className={classes.warnings}>
          <strong>To look at</strong>
          <ul>
            {list.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={classes.fields}>
        <DateField
          id="listed-on"
          label="Date of the list"
          description={
            list.listedOn
              ? 'As the list itself says.'
              : 'The list bears no date. Say when it was published, or the day on which it was read.'
          }
          value={listedOn}
          onChange={setListedOn}
          error={errors.listedOn ?? (asked && !isPlainDate(listedOn) && 'Write a day such as 31 Mar 2027.')}
        />
        <TextInput
          label="Where it is published"
          description="An address, or how it came to you."
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          maxLength={1000}
          error={errors.source}
        />
      </div>
      {list.difference && (
        <p className={classes.state}>
          Against the newest list on record it adds {list.difference.added.length}, no longer names{' '}
          {list.difference.removed.length}, and changes {list.difference.changed.length}.
        </p>
      )}
      <CheckNames
        groups={groups}
        choices={choices}
        idOf={(key) => idOf(key, groups)}
        asked={asked}
        except={vendor.id}
        change={(key, choice) => setChoices((all) => ({ ...all, [key]: choice }))}
      />
      {failure && !errors.listedOn && <FailureState failure={failure} />}
      <div className={classes.foot}>
        <Button type="submit" loading={recording.isPending}>
          Record the list
        </Button>
        <Button variant="default" onClick={done}>
          Cancel
        </Button>
        {asked && open.length > 0 ? (
          <span role="alert" className={classes.problem}>
            Choose for {counted(open.length, 'name')} which vendor it is.
          </span>
        ) : (
          <span className={classes.dim}>
            {made > 0 ? `Makes ${counted(made, 'new vendor')}. ` : ''}The newest list opens links to what it adds, PHI
            and agreement unknown, and ends those to what it no longer names.
          </span>
        )}
      </div>
    </form>
  );
}

const idOf = (key: string, groups: readonly { readonly key: string }[]): string =>
  `name-${groups.findIndex((group) => group.key === key)}`;
