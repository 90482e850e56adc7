import { isPlainDate } from '@attestry/domain/time/plain-date.ts';
import { Button, Checkbox, Group, Modal, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReportFormat, RequestReportDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { say } from '../shell/notices.tsx';
import { useCommand } from '../shell/queries.ts';
import { useToday } from '../shell/session.ts';
import { DateField } from '../ui/date-field.tsx';
import { fieldErrors } from '../ui/field-errors.ts';
import { REPORT_FORMATS, REPORT_KINDS, type ReportKindName } from '../ui/words.ts';

const KINDS = Object.entries(REPORT_KINDS) as [ReportKindName, (typeof REPORT_KINDS)[ReportKindName]][];

export function OrderDialog({ kind, onClose }: { kind: ReportKindName; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Order a report" size={480}>
      <OrderForm kind={kind} onClose={onClose} />
    </Modal>
  );
}

function OrderForm({ kind, onClose }: { kind: ReportKindName; onClose: () => void }) {
  const today = useToday();
  const form = useForm<{ kind: ReportKindName; formats: ReportFormat[]; asOf: string }>({
    initialValues: { kind, formats: ['pdf'], asOf: today },
    validate: {
      formats: (formats) => (formats.length === 0 ? 'Choose at least one.' : null),
      asOf: (day) => (isPlainDate(day) && day <= today ? null : 'Write a day up to today.'),
    },
  });
  const order = useCommand(RequestReportDocument);
  const failure = order.error && failureOf(order.error);
  const submit = form.onSubmit((input) =>
    order.mutate(
      { input },
      {
        onSuccess: () => {
          say('The report is being built. You can leave this page.');
          onClose();
        },
        onError: (error) => form.setErrors(fieldErrors(failureOf(error).fields)),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={16}>
        {failure && failure.code !== 'INVALID' && <FailureState failure={failure} />}
        <Radio.Group label="Report" {...form.getInputProps('kind')}>
          <Stack gap={8} mt={4}>
            {KINDS.map(([value, { name, holds }], index) => (
              <Radio
                key={value}
                value={value}
                label={name}
                description={holds}
                data-autofocus={index === 0 || undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
        <DateField
          label="As of"
          description="As recorded at the end of this day."
          max={today}
          {...form.getInputProps('asOf')}
        />
        <Checkbox.Group label="Formats" {...form.getInputProps('formats')}>
          <Stack gap={8} mt={4}>
            {Object.entries(REPORT_FORMATS).map(([format, name]) => (
              <Checkbox key={format} value={format} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={order.isPending}>
            Order
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
