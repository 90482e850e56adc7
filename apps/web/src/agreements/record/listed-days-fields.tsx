import { Textarea } from '@mantine/core';
import classes from '../../shell/form/command-dialog.module.css';
import { DateField } from '../../ui/date-field.tsx';

export interface ListedDays {
  readonly listedFrom: string;
  readonly listedThrough: string;
  readonly scopeNote: string;
}
export const NO_DAYS: ListedDays = { listedFrom: '', listedThrough: '', scopeNote: '' };

/** An empty day is none. */
export const sentDays = ({ listedFrom, listedThrough, scopeNote }: ListedDays) => ({
  listedFrom: listedFrom || null,
  listedThrough: listedThrough || null,
  scopeNote,
});

/** On which days an agreement lists a service, and what the listing is limited to. */
export function ListedDaysFields({
  days,
  change,
  wrong,
}: {
  days: ListedDays;
  change: (days: ListedDays) => void;
  wrong: Readonly<Record<string, string>>;
}) {
  return (
    <>
      <div className={classes.pair}>
        <DateField
          label="Listed from"
          description="Empty: from its first day in effect."
          value={days.listedFrom}
          error={wrong.listedFrom}
          onChange={(listedFrom) => change({ ...days, listedFrom })}
        />
        <DateField
          label="Listed through"
          description="Last day. Empty: as long as it is in effect."
          value={days.listedThrough}
          error={wrong.listedThrough}
          onChange={(listedThrough) => change({ ...days, listedThrough })}
        />
      </div>
      <Textarea
        label="Limited to"
        description="An endpoint, a region or a plan, in the agreement’s words."
        autosize
        minRows={2}
        value={days.scopeNote}
        error={wrong.scopeNote}
        onChange={(event) => change({ ...days, scopeNote: event.currentTarget.value })}
      />
    </>
  );
}
