import { type AiSystemFacts, aiSystemFacts, type FactName } from '@attestry/domain/ai-systems/facts.ts';
import { schemaResolver, useForm } from '@mantine/form';
import { useCallback } from 'react';
import { failureOf } from '../../shell/api-error.ts';
import { fieldErrors, sentence } from '../../ui/field-errors.ts';

/** The form of a system's facts, checked by the schema of the command itself. */
export function useFactsForm(initial: AiSystemFacts) {
  const form = useForm<AiSystemFacts>({
    initialValues: initial,
    validate: (values) => withSentences(resolve(values)),
  });
  const { setFieldValue, clearFieldError, setErrors } = form;
  const change = useCallback(
    (fact: FactName, value: unknown) => {
      setFieldValue(fact, value as never);
      clearFieldError(fact);
    },
    [setFieldValue, clearFieldError],
  );
  /** Puts what the server says of single fields at the fields; false when it said nothing of any. */
  const take = useCallback(
    (error: unknown): boolean => {
      const errors = fieldErrors(failureOf(error).fields, 'facts');
      const [first] = Object.keys(errors);
      if (!first) return false;
      setErrors(errors);
      focusFact(first);
      return true;
    },
    [setErrors],
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

const resolve = schemaResolver(aiSystemFacts, { sync: true });

const withSentences = (errors: Record<string, React.ReactNode>): Record<string, React.ReactNode> =>
  Object.fromEntries(Object.entries(errors).map(([fact, text]) => [fact, sentence(String(text))]));
