import { type AiSystemFacts, type FactName, IDENTIFIERS } from '@attestry/domain/ai-systems/facts.ts';
import { CHOICES, type ChoiceFact, FACT_LABELS, isChoice } from '@attestry/domain/ai-systems/words.ts';
import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { memo } from 'react';
import { DateField } from '../../ui/date-field.tsx';
import classes from '../../ui/form/form.module.css';
import { PhiWarning } from '../../ui/form/phi-warning.tsx';
import { FACT_HINTS } from '../facts/fact-labels.ts';

interface Props<F extends FactName = FactName> {
  fact: F;
  value: AiSystemFacts[F];
  error?: React.ReactNode;
  change: (fact: string, value: unknown) => void;
  /** Where the page asks for it in other words. */
  label?: string;
  hint?: string;
}

/** The field of one fact: a text, a choice, a day or a list to tick. */
export const FactInput = memo(function FactInput({ fact, value, error, change, label, hint }: Props) {
  const field = { id: `fact-${fact}`, label: label ?? FACT_LABELS[fact], description: hint ?? FACT_HINTS[fact], error };
  if (isChoice(fact)) return <ChoiceInput fact={fact} field={field} value={String(value)} change={change} />;
  if (fact === 'identifiers')
    return (
      <Checkbox.Group {...field} value={[...(value as string[])]} onChange={(letters) => change(fact, letters)}>
        <div className={classes.identifiers}>
          {Object.entries(IDENTIFIERS).map(([letter, name]) => (
            <Checkbox key={letter} size="xs" value={letter} label={`${letter} · ${name}`} classNames={ANSWER} />
          ))}
        </div>
      </Checkbox.Group>
    );
  if (fact === 'liveSince' || fact === 'nextReviewOn')
    return (
      <DateField
        {...field}
        className={classes.short}
        value={(value as string | null) ?? ''}
        onChange={(day) => change(fact, day === '' ? null : day)}
      />
    );
  const text = {
    ...field,
    value: String(value),
    onChange: (event: TextEvent) => change(fact, event.currentTarget.value),
  };
  return (
    <div>
      {PROSE.has(fact) ? <Textarea {...text} autosize minRows={2} maxRows={16} /> : <TextInput {...text} />}
      <PhiWarning text={String(value)} />
    </div>
  );
});

type TextEvent = React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>;

const PROSE: ReadonlySet<FactName> = new Set([
  'purpose',
  'users',
  'models',
  'dataClasses',
  'minimumNecessary',
  'population',
  'humanOversight',
  'downtimeProcedure',
  'notes',
]);

const ANSWER = { label: classes.answer };

/** Up to this many answers stand side by side; more fold into a list. */
const SIDE_BY_SIDE = 4;

function ChoiceInput({
  fact,
  field,
  value,
  change,
}: {
  fact: ChoiceFact;
  field: { id: string; label: string; description?: string; error?: React.ReactNode };
  value: string;
  change: Props['change'];
}) {
  // Retiring asks for a day and a reason, so it is a command of its own and no answer here.
  const answers = Object.entries(CHOICES[fact]).filter(([answer]) => answer !== 'retired' || value === 'retired');
  if (answers.length > SIDE_BY_SIDE)
    return (
      <NativeSelect
        {...field}
        className={classes.short}
        value={value}
        data={answers.map(([answer, label]) => ({ value: answer, label }))}
        onChange={(event) => change(fact, event.currentTarget.value)}
      />
    );
  return (
    <Radio.Group {...field} value={value} onChange={(answer) => change(fact, answer)}>
      <div className={classes.radios}>
        {answers.map(([answer, label]) => (
          <Radio key={answer} size="xs" classNames={ANSWER} value={answer} label={label} />
        ))}
      </div>
    </Radio.Group>
  );
}
