import { AGREEMENT_LABELS, RENEWALS } from '@attestry/domain/agreements/facts.ts';
import { NumberInput, Radio, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateField } from '../../ui/date-field.tsx';
import classes from '../../ui/form/form.module.css';
import { PhiWarning } from '../../ui/form/phi-warning.tsx';
import { TERM_HINTS, type Term } from '../facts/fact-set.ts';

interface Props {
  fact: Term;
  value: unknown;
  error?: ReactNode;
  change: (fact: string, value: unknown) => void;
}

/** The field of one term: a text, a day, a number or a choice. */
export function TermInput({ fact, value, error, change }: Props) {
  const field = { id: `fact-${fact}`, label: AGREEMENT_LABELS[fact], description: TERM_HINTS[fact], error };
  if (fact === 'renewal')
    return (
      <Radio.Group {...field} value={String(value)} onChange={(renewal) => change(fact, renewal)}>
        <div className={classes.radios}>
          {Object.entries(RENEWALS).map(([renewal, word]) => (
            <Radio key={renewal} size="xs" classNames={{ label: classes.answer }} value={renewal} label={word} />
          ))}
        </div>
      </Radio.Group>
    );
  if (DAYS.has(fact))
    return (
      <DateField
        {...field}
        className={classes.short}
        value={(value as string | null) ?? ''}
        onChange={(day) => change(fact, day === '' ? null : day)}
      />
    );
  if (NUMBERS.has(fact))
    return (
      <NumberInput
        {...field}
        className={classes.short}
        min={0}
        allowDecimal={false}
        value={(value as number | null) ?? ''}
        onChange={(number) => change(fact, number === '' ? null : number)}
      />
    );
  const text = {
    ...field,
    value: String(value),
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      change(fact, event.currentTarget.value),
  };
  return (
    <div>
      {fact === 'notes' ? <Textarea {...text} autosize minRows={2} maxRows={16} /> : <TextInput {...text} />}
      <PhiWarning text={String(value)} />
    </div>
  );
}

const DAYS: ReadonlySet<Term> = new Set(['draftedOn', 'sentOn', 'termEndsOn']);
const NUMBERS: ReadonlySet<Term> = new Set(['renewalMonths', 'noticeDays', 'objectionDays', 'returnDays']);
