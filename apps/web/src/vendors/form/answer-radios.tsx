import { YES_NO_UNKNOWN, YES_NO_UNKNOWN_WORDS, type YesNoUnknown } from '@attestry/domain/yes-no-unknown.ts';
import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '../../ui/form/form.module.css';

/** Yes, no, or honestly unknown. */
export const AnswerRadios = ({
  value,
  change,
  ...field
}: {
  id: string;
  label: string;
  description?: string;
  error?: ReactNode;
  value: YesNoUnknown;
  change: (answer: YesNoUnknown) => void;
}) => (
  <Radio.Group {...field} value={value} onChange={(answer) => change(answer as YesNoUnknown)}>
    <div className={classes.radios}>
      {YES_NO_UNKNOWN.map((answer) => (
        <Radio
          key={answer}
          size="xs"
          classNames={{ label: classes.answer }}
          value={answer}
          label={YES_NO_UNKNOWN_WORDS[answer]}
        />
      ))}
    </div>
  </Radio.Group>
);
