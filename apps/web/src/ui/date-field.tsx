import { dayText } from '@attestry/domain/time/day-text.ts';
import { readDate } from '@attestry/domain/time/read-date.ts';
import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import classes from './date-field.module.css';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** `YYYY-MM-DD`, or '' for none. What cannot be read is handed on as typed, and fails the form's own check. */
  value?: string;
  onChange?: (day: string) => void;
  max?: string;
  pickLabel?: string;
}

/** A day, typed in any usual way or picked, always shown as "31 Mar 2027". */
export function DateField({ value = '', onChange = () => undefined, max, pickLabel = 'Pick a day', ...field }: Props) {
  const native = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(() => shown(value));
  useEffect(() => setTyped((current) => (dayOf(current) === value ? current : shown(value))), [value]);
  const unreadable = typed !== '' && value !== '' && !ISO.test(value);
  return (
    <div className={classes.field}>
      <TextInput
        {...field}
        value={typed}
        placeholder="e.g. 31 Mar 2027"
        // Rules name the API's own form of a day; a person writes another.
        error={unreadable ? 'Write a day such as 31 Mar 2027.' : field.error}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          onChange(dayOf(currentTarget.value));
        }}
        onBlur={(event) => {
          setTyped(shown(value));
          field.onBlur?.(event);
        }}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={pickLabel}
            disabled={field.disabled || field.readOnly}
            onClick={() => native.current?.showPicker()}
          >
            <IconCalendar size={16} />
          </ActionIcon>
        }
      />
      <input
        ref={native}
        type="date"
        className={classes.native}
        tabIndex={-1}
        aria-hidden="true"
        value={ISO.test(value) ? value : ''}
        max={max}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const shown = (value: string): string => (ISO.test(value) ? dayText(value) : value);
const dayOf = (text: string): string => {
  const read = readDate(text);
  return read?.precision === 'day' ? read.on : text.trim();
};
