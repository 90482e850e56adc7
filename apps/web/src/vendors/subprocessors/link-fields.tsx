import { ASSURANCES, LINK_EVIDENCE, type LinkFacts } from '@attestry/domain/vendors/subprocessors.ts';
import { NativeSelect, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FileField, type SentFile } from '../../documents/file-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import classes from '../../ui/form/form.module.css';
import { AnswerRadios } from '../form/answer-radios.tsx';
import { TextFact } from '../form/fact-input.tsx';
import { LINK_LABELS } from './link-labels.ts';

interface Props {
  facts: LinkFacts;
  errors: Readonly<Record<string, ReactNode>>;
  /** Agreements of the register between the two. */
  agreements: readonly { readonly value: string; readonly label: string }[];
  document: SentFile | undefined;
  change: (fact: keyof LinkFacts, value: unknown) => void;
}

/** What is said of a link: what passes, and what binds the two. */
export function LinkFields({ facts, errors, agreements, document, change }: Props) {
  const [file, setFile] = useState<SentFile | undefined>(document);
  const field = (fact: keyof LinkFacts) => ({ id: `fact-${fact}`, label: LINK_LABELS[fact], error: errors[fact] });
  const text = (fact: 'purpose' | 'data' | 'location' | 'notes', long = false) => (
    <TextFact field={{ ...field(fact) }} text={facts[fact]} long={long} change={(value) => change(fact, value)} />
  );
  const day = (fact: 'assuredFrom' | 'assuredThrough' | 'startsOn' | 'endsOn', description?: string) => (
    <DateField
      {...field(fact)}
      description={description}
      className={classes.short}
      value={facts[fact] ?? ''}
      onChange={(value) => change(fact, value === '' ? null : value)}
    />
  );
  return (
    <>
      {text('purpose', true)}
      {text('data', true)}
      {text('location')}
      <AnswerRadios {...field('phi')} value={facts.phi} change={(answer) => change('phi', answer)} />
      <Radio.Group {...field('assurance')} value={facts.assurance} onChange={(value) => change('assurance', value)}>
        <div className={classes.radios}>
          {Object.entries(ASSURANCES).map(([value, label]) => (
            <Radio key={value} size="xs" classNames={{ label: classes.answer }} value={value} label={label} />
          ))}
        </div>
      </Radio.Group>
      <NativeSelect
        {...field('evidence')}
        value={facts.evidence}
        onChange={(event) => change('evidence', event.currentTarget.value)}
        data={Object.entries(LINK_EVIDENCE).map(([value, label]) => ({ value, label }))}
      />
      {(agreements.length > 0 || facts.agreementId) && (
        <NativeSelect
          {...field('agreementId')}
          description="Its days count in place of those below."
          value={facts.agreementId ?? ''}
          onChange={(event) => change('agreementId', event.currentTarget.value || null)}
          data={[{ value: '', label: 'None' }, ...agreements]}
        />
      )}
      {facts.agreementId === null && (
        <>
          {day('assuredFrom')}
          {day('assuredThrough', 'The last day for which somebody vouches.')}
        </>
      )}
      <FileField
        label={LINK_LABELS.evidenceDocumentId}
        file={file}
        error={errors.evidenceDocumentId}
        onChange={(sent) => {
          setFile(sent);
          change('evidenceDocumentId', sent?.id ?? null);
        }}
      />
      {day('startsOn', 'Empty: since before anybody knows.')}
      {day('endsOn', 'The last day on which data passes.')}
      {text('notes', true)}
    </>
  );
}
