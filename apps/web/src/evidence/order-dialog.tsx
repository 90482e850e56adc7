import { isPlainDate } from '@attestry/domain/time/plain-date.ts';
import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReportFormat, RequestReportDocument } from '../generated/graphql.ts';
import { failureOf } from '../shell/api-error.ts';
import { FailureState } from '../shell/failure-state.tsx';
import { say } from '../shell/notices.tsx';
import { useCommand } from '../shell/queries.ts';
import { useToday } from '../shell/session.ts';
import { DateField } from '../ui/date-field.tsx';
import { fieldErrors } from '../ui/field-errors.ts';
import { REPORT_FORMATS } from '../ui/words.ts';

export function OrderDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Order an inventory report" size={440}>
      <OrderForm onClose={onClose} />
    </Modal>
  );
}

function OrderForm({ onClose }: { onClose: () => void }) {
  const today = useToday();
  const form = useForm<{ formats: ReportFormat[]; asOf: string }>({
    initialValues: { formats: ['pdf'], asOf: today },
    validate: {
      formats: (formats) => (formats.length === 0 ? 'Choose at least one.' : null),
      asOf: (day) => (isPlainDate(day) && day <= today ? null : 'Write a day up to today.'),
    },
  });
  const order = useCommand(RequestReportDocument);
  const failure = order.error && failureOf(order.error);
  const submit = form.onSubmit(({ formats, asOf }) =>
    order.mutate(
      { input: { kind: 'inventory', formats, asOf } },
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
        <p>Every AI system of the register, as recorded at the end of a day.</p>
        <DateField label="As of" max={today} data-autofocus {...form.getInputProps('asOf')} />
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
