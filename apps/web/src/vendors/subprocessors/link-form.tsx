import { linkProblems } from '@attestry/domain/vendors/link-problems.ts';
import { type LinkFacts, linkFacts, UNKNOWN_LINK } from '@attestry/domain/vendors/subprocessors.ts';
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { AddSubprocessorDocument, UpdateSubprocessorDocument } from '../../generated/graphql.ts';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { focusFact, useFactsForm } from '../../shell/form/use-facts-form.ts';
import { say } from '../../shell/notices.tsx';
import { useCommand } from '../../shell/queries.ts';
import classes from '../../ui/form/form.module.css';
import type { Link } from './chain-drawing.ts';
import { type Ends, LinkEnds, useEnds } from './link-ends.tsx';
import { LinkFields } from './link-fields.tsx';

interface Props {
  vendor: { readonly id: string; readonly name: string };
  link: Link | undefined;
  onClose: () => void;
}

/** The command's schema, and the rule that the server asks too: said before anything is sent. */
const FACTS = linkFacts.superRefine((facts, context) => {
  for (const { fact, text } of linkProblems(facts)) context.addIssue({ code: 'custom', path: [fact], message: text });
});
const NAMES = Object.keys(linkFacts.shape) as (keyof LinkFacts)[];

export function LinkForm({ vendor, link, onClose }: Props) {
  const before = link ? factsOf(link) : UNKNOWN_LINK;
  const { form, change, take } = useFactsForm(before, FACTS);
  const [ends, setEnds] = useState<Ends>(() => endsOf(vendor, link));
  const parties = useEnds(ends);
  const [reason, setReason] = useState('');
  const adding = useCommand(AddSubprocessorDocument);
  const updating = useCommand(UpdateSubprocessorDocument);
  const [problem, setProblem] = useState<unknown>();
  const [asked, setAsked] = useState(false);

  const record = async (values: LinkFacts) => {
    setAsked(true);
    if (!ends.lower) return focusFact('lowerVendorId');
    const facts = Object.fromEntries(NAMES.filter((fact) => values[fact] !== before[fact]).map((f) => [f, values[f]]));
    const services = { upperServiceId: ends.upperServiceId ?? null, lowerServiceId: ends.lowerServiceId ?? null };
    try {
      setProblem(undefined);
      if (link)
        await updating.mutateAsync({
          input: { id: link.id, version: link.version, ...services, facts, reason: reason.trim() || undefined },
        });
      else
        await adding.mutateAsync({
          input: { upperVendorId: ends.upper.id, lowerVendorId: ends.lower.id, ...services, facts },
        });
      say(link ? 'Saved.' : `${ends.lower.name} is recorded as a subprocessor.`);
      onClose();
    } catch (error) {
      if (!take(error)) setProblem(error);
    }
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(record, (errors) => {
        setAsked(true);
        focusFact(Object.keys(errors)[0]!);
      })}
    >
      <div className={classes.fields}>
        <LinkEnds
          ends={ends}
          parties={parties}
          isNew={!link}
          errors={{
            ...form.errors,
            ...(asked && !ends.lower && { lowerVendorId: 'Choose the vendor that it passes data to.' }),
          }}
          change={(next) => {
            setEnds(next);
            form.clearFieldError('lowerVendorId');
          }}
        />
        <LinkFields
          facts={form.values}
          errors={form.errors}
          agreements={parties.agreements}
          document={link?.evidenceDocument ?? undefined}
          change={change}
        />
        {link && (
          <Textarea
            label="Reason"
            description="Why, or where you know it from. Stands in the history."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={2}
          />
        )}
        {problem !== undefined && <FailureState failure={failureOf(problem)} />}
      </div>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={adding.isPending || updating.isPending}>
          {link ? 'Save' : 'Record it'}
        </Button>
      </Group>
    </form>
  );
}

const factsOf = (link: Link): LinkFacts => ({
  ...(Object.fromEntries(NAMES.map((fact) => [fact, link[fact as keyof Link] ?? null])) as unknown as LinkFacts),
  evidenceDocumentId: link.evidenceDocument?.id ?? null,
});

const endsOf = (vendor: Props['vendor'], link: Link | undefined): Ends =>
  link
    ? {
        upper: link.upperVendor,
        lower: link.lowerVendor,
        upperServiceId: link.upperService?.id,
        lowerServiceId: link.lowerService?.id,
      }
    : { upper: vendor };
