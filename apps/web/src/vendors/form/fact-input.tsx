import { type Contact, VENDOR_LABELS, VENDOR_TIERS } from '@attestry/domain/vendors/facts.ts';
import { NumberInput, Radio, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateField } from '../../ui/date-field.tsx';
import classes from '../../ui/form/form.module.css';
import { PhiWarning } from '../../ui/form/phi-warning.tsx';
import { FACT_HINTS, type VendorFact } from '../facts/fact-set.ts';
import { ContactsInput } from './contacts-input.tsx';

interface Props {
  fact: VendorFact;
  value: unknown;
  error?: ReactNode;
  /** By path, for what is below a fact. */
  errors: Readonly<Record<string, ReactNode>>;
  change: (fact: string, value: unknown) => void;
  /** Where the page asks for it in other words. */
  label?: string;
}

/** The field of one fact of a vendor. */
export function FactInput({ fact, value, error, errors, change, label }: Props) {
  const field = { id: `fact-${fact}`, label: label ?? VENDOR_LABELS[fact], description: FACT_HINTS[fact], error };
  switch (fact) {
    case 'tier':
      return (
        <Radio.Group {...field} value={String(value)} onChange={(tier) => change(fact, tier)}>
          <div className={classes.radios}>
            {Object.entries(VENDOR_TIERS).map(([tier, word]) => (
              <Radio key={tier} size="xs" classNames={{ label: classes.answer }} value={tier} label={word} />
            ))}
          </div>
        </Radio.Group>
      );
    case 'contacts':
      return (
        <ContactsInput {...field} contacts={value as Contact[]} errors={errors} change={(next) => change(fact, next)} />
      );
    case 'reviewEveryMonths':
      return (
        <NumberInput
          {...field}
          className={classes.short}
          min={1}
          max={120}
          allowDecimal={false}
          value={(value as number | null) ?? ''}
          onChange={(months) => change(fact, months === '' ? null : months)}
        />
      );
    case 'nextReviewOn':
      return (
        <DateField
          {...field}
          className={classes.short}
          value={(value as string | null) ?? ''}
          onChange={(day) => change(fact, day === '' ? null : day)}
        />
      );
    default:
      return (
        <TextFact field={field} text={String(value)} long={LONG.has(fact)} change={(text) => change(fact, text)} />
      );
  }
}

const LONG: ReadonlySet<VendorFact> = new Set(['description', 'notes']);

interface TextProps {
  field: { id: string; label: string; description?: string; error?: ReactNode };
  text: string;
  long: boolean;
  change: (text: string) => void;
}

/** A line or a text, with a warning when it seems to name a patient. */
export function TextFact({ field, text, long, change }: TextProps) {
  const props = {
    ...field,
    value: text,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => change(event.currentTarget.value),
  };
  return (
    <div>
      {long ? <Textarea {...props} autosize minRows={2} maxRows={16} /> : <TextInput {...props} />}
      <PhiWarning text={text} />
    </div>
  );
}
