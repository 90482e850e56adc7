import { UNKNOWN_VENDOR, type VendorFacts, vendorFacts } from '@attestry/domain/vendors/facts.ts';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { focusFact, useFactsForm } from '../../shell/form/use-facts-form.ts';
import { NoPermission } from '../../shell/no-permission.tsx';
import { say } from '../../shell/notices.tsx';
import { queryClient } from '../../shell/queries.ts';
import { useMay } from '../../shell/session.ts';
import { sentence } from '../../ui/field-errors.ts';
import classes from '../../ui/form/form.module.css';
import { LeaveGuard } from '../../ui/form/leave-guard.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { VendorFact } from '../facts/fact-set.ts';
import { AlreadyRecorded } from './already-recorded.tsx';
import { FactInput } from './fact-input.tsx';
import { emptyService, isEmpty, type NewService, NewServices } from './new-services.tsx';
import { NOTHING_RECORDED, recordNewVendor, ServiceFailed } from './record-new-vendor.ts';

const EMPTY: VendorFacts = { name: '', ...UNKNOWN_VENDOR };
const MISSING = 'Must not be empty.';

/** A vendor and its services in two minutes; the rest later and by whoever knows it. */
export function NewPage() {
  const { form, change, take } = useFactsForm(EMPTY, vendorFacts);
  const [services, setServices] = useState<readonly NewService[]>(() => [emptyService(1)]);
  const [serviceErrors, setServiceErrors] = useState<Record<number, string>>({});
  const [recorded, setRecorded] = useState(NOTHING_RECORDED);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const done = useRef(false);
  const mayAddServices = useMay('service.create');
  if (!useMay('vendor.create')) return <NoPermission to="add vendors" />;

  const nameless = () => services.filter((service) => !isEmpty(service) && service.name.trim() === '');
  const checkServices = (): boolean => {
    const missing = nameless();
    setServiceErrors(Object.fromEntries(missing.map(({ key }) => [key, MISSING])));
    if (missing[0]) document.getElementById(`service-${missing[0].key}`)?.focus();
    return missing.length === 0;
  };
  const record = async (values: VendorFacts) => {
    if (!checkServices()) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const id = await recordNewVendor(said(values), services, recorded, setRecorded);
      done.current = true;
      void queryClient.invalidateQueries();
      say(`${values.name.trim()} is recorded.`);
      await navigate({ to: '/vendors/$id', params: { id } });
    } catch (error) {
      meet(error);
    } finally {
      setBusy(false);
    }
  };
  const meet = (error: unknown) => {
    if (!(error instanceof ServiceFailed)) {
      if (!take(error)) setProblem(error);
      return;
    }
    const field = failureOf(error.cause).fields?.[0];
    if (field) setServiceErrors({ [error.service.key]: sentence(field.message) });
    else setProblem(error.cause);
  };
  const field = (fact: VendorFact, label: string) => (
    <FactInput
      fact={fact}
      value={form.values[fact]}
      error={form.errors[fact]}
      errors={form.errors}
      change={change}
      label={label}
    />
  );
  const isUnsaved = () =>
    !done.current && (Object.keys(said(form.getValues())).length > 1 || services.some((one) => !isEmpty(one)));
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit(record, (errors) => {
        checkServices();
        focusFact(Object.keys(errors)[0]!);
      })}
    >
      <LeaveGuard unsaved={isUnsaved} />
      <PageHeader
        title="Add a vendor"
        state="Its name is enough to begin with. “Unknown” is an answer: it is shown as such until somebody knows."
      />
      <fieldset className={classes.plain} disabled={recorded.vendorId !== undefined}>
        <div className={classes.fields}>
          <div>
            {field('name', 'What is it called?')}
            {!recorded.vendorId && <AlreadyRecorded name={form.values.name} />}
          </div>
          {field('description', 'What does it provide?')}
          {field('owner', 'Who looks after it here?')}
        </div>
      </fieldset>
      {mayAddServices && (
        <div style={{ marginTop: 16 }}>
          <NewServices services={services} errors={serviceErrors} change={setServices} />
        </div>
      )}
      <div className={classes.foot}>
        {recorded.vendorId && !busy && (
          <p role="alert">
            <Link to="/vendors/$id" params={{ id: recorded.vendorId }}>
              {form.values.name.trim()}
            </Link>{' '}
            is recorded, and {recorded.services.size} of its services. The others are not: mend them and record them, or
            leave them out.
          </p>
        )}
        {problem !== undefined && <FailureState failure={failureOf(problem)} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={busy}>
            Record it
          </Button>
          <Button component={Link} to="/vendors" variant="subtle">
            Cancel
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Only what was said is sent: the rest is unknown, and not "unknown, says this person". */
function said(values: VendorFacts) {
  const parsed = vendorFacts.safeParse(values).data ?? values;
  const { name } = parsed;
  return {
    name,
    ...(parsed.description && { description: parsed.description }),
    ...(parsed.owner && { owner: parsed.owner }),
  };
}
