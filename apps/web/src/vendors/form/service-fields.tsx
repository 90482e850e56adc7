import { SERVICE_LABELS, type ServiceFacts } from '@attestry/domain/vendors/facts.ts';
import type { ReactNode } from 'react';
import { AnswerRadios } from './answer-radios.tsx';
import { TextFact } from './fact-input.tsx';

const HINTS: Partial<Record<keyof ServiceFacts, string>> = {
  name: 'As the agreement calls it: a product or part of one, not the company.',
  phi: 'Does patient information reach it, or could it as you use it?',
  ai: 'Does it run a model on what it receives?',
  regions: 'Where it keeps and handles data.',
  models: 'Models and their providers, as far as known.',
  dataRetention: 'For how long it keeps what you send, and whether that can be turned off.',
};

/** The facts of a service, one field each. */
export function ServiceFields({
  values,
  errors,
  change,
}: {
  values: ServiceFacts;
  errors: Readonly<Record<string, ReactNode>>;
  change: (fact: keyof ServiceFacts, value: unknown) => void;
}) {
  const field = (fact: keyof ServiceFacts) => ({
    id: `fact-${fact}`,
    label: SERVICE_LABELS[fact],
    description: HINTS[fact],
    error: errors[fact],
  });
  const text = (fact: Exclude<keyof ServiceFacts, 'phi' | 'ai'>, long = false) => (
    <TextFact field={field(fact)} text={values[fact]} long={long} change={(value) => change(fact, value)} />
  );
  return (
    <>
      {text('name')}
      {text('description', true)}
      <AnswerRadios {...field('phi')} value={values.phi} change={(answer) => change('phi', answer)} />
      <AnswerRadios {...field('ai')} value={values.ai} change={(answer) => change('ai', answer)} />
      {text('regions')}
      {text('models')}
      {text('dataRetention')}
      {text('notes', true)}
    </>
  );
}
