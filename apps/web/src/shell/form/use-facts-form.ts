import { schemaResolver, useForm } from '@mantine/form';
import { useCallback, useMemo } from 'react';
import type { ZodType } from 'zod';
import { fieldErrors, sentence } from '../../ui/field-errors.ts';
import { failureOf } from '../api-error.ts';

/**
 * The form of a record's facts, checked by the schema of the command itself. `under` is where the facts sit in the
 * command's input. Fields have the id `fact-` and the name of their fact.
 */
export function useFactsForm<Facts extends object>(initial: Facts, schema: ZodType<Facts>, under = 'facts') {
  const resolve = useMemo(() => schemaResolver(schema, { sync: true }), [schema]);
  const form = useForm<Facts>({ initialValues: initial, validate: (values) => withSentences(resolve(values)) });
  const { setFieldValue, setErrors } = form;
  const change = useCallback(
    (fact: string, value: unknown) => {
      setFieldValue(fact, value as never);
      // A list's problems sit below it: `contacts.0.name`.
      setErrors((all) => Object.fromEntries(Object.entries(all).filter(([path]) => path.split('.')[0] !== fact)));
    },
    [setFieldValue, setErrors],
  );
  /** Puts what the server says of single fields at the fields; false when it said nothing of any. */
  const take = useCallback(
    (error: unknown): boolean => {
      const errors = fieldErrors(failureOf(error).fields, under);
      const [first] = Object.keys(errors);
      if (!first) return false;
      setErrors(errors);
      focusFact(first);
      return true;
    },
    [setErrors, under],
  );
  return { form, change, take };
}

/** Where the person has to look first. */
export const focusFact = (fact: string): void => {
  requestAnimationFrame(() => {
    const field = document.getElementById(`fact-${fact}`);
    const control = field?.matches('input, textarea, select') ? field : field?.querySelector<HTMLElement>('input');
    control?.focus();
  });
};

const withSentences = (errors: Record<string, React.ReactNode>): Record<string, React.ReactNode> =>
  Object.fromEntries(Object.entries(errors).map(([fact, text]) => [fact, sentence(String(text))]));
