import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { UpdateOrganizationDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { say } from '../shell/notices.tsx';
import { useCommand } from '../shell/queries.ts';
import { useMay, useSession } from '../shell/session.ts';
import { fieldErrors } from '../ui/field-errors.ts';
import { PageHeader } from '../ui/page-header.tsx';
import text from '../ui/text.module.css';
import { ORGANIZATION_KINDS, PAPERS } from '../ui/words.ts';
import { TimeZoneField } from './time-zone-field.tsx';

export function OrganizationPage() {
  const { organization } = useSession();
  const mayChange = useMay('organization.update');
  return (
    <>
      <PageHeader
        title={organization.name}
        state={mayChange ? 'Printed on reports, and used for due dates.' : 'An administrator can change this.'}
      />
      {mayChange ? (
        <OrganizationForm key={organization.version} organization={organization} />
      ) : (
        <OrganizationFacts organization={organization} />
      )}
    </>
  );
}

type Organization = ReturnType<typeof useSession>['organization'];

function OrganizationFacts({ organization: { name, kind, timeZone, paper } }: { organization: Organization }) {
  const facts = [
    ['Name', name],
    ['Under HIPAA it is a', ORGANIZATION_KINDS[kind]],
    ['Time zone', timeZone],
    ['Paper', PAPERS[paper]],
  ] as const;
  return (
    <dl className={text.diff}>
      {facts.map(([label, value]) => (
        <div key={label} className={text.change}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function OrganizationForm({ organization }: { organization: Organization }) {
  const { version, name, kind, timeZone, paper } = organization;
  const form = useForm({ initialValues: { name, kind, timeZone, paper } });
  const update = useCommand(UpdateOrganizationDocument);
  const failure = update.error && failureOf(update.error);
  const submit = form.onSubmit((values) =>
    update.mutate(
      { input: { version, ...values } },
      {
        onSuccess: () => say('The organization was changed.'),
        onError: (error) => form.setErrors(fieldErrors(failureOf(error).fields)),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={16} maw={400}>
        {failure && failure.code !== 'INVALID' && <FailureState failure={failure} />}
        <TextInput label="Name" {...form.getInputProps('name')} />
        <NativeSelect
          label="Under HIPAA it is a"
          data={Object.entries(ORGANIZATION_KINDS).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('kind')}
        />
        <TimeZoneField {...form.getInputProps('timeZone')} />
        <NativeSelect
          label="Paper"
          description="Size of printed reports."
          data={Object.entries(PAPERS).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('paper')}
        />
        <Button type="submit" style={{ alignSelf: 'flex-start' }} loading={update.isPending} disabled={!form.isDirty()}>
          Save
        </Button>
      </Stack>
    </form>
  );
}
