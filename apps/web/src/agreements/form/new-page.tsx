import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { failureOf } from '../../shell/api-error.ts';
import { FailureState } from '../../shell/failure-state.tsx';
import { focusFact } from '../../shell/form/use-facts-form.ts';
import { NoPermission } from '../../shell/no-permission.tsx';
import { useMay } from '../../shell/session.ts';
import classes from '../../ui/form/form.module.css';
import { LeaveGuard } from '../../ui/form/leave-guard.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { NewGroups } from './new-groups.tsx';
import type { NewSearch } from './new-search.ts';
import { useNewAgreement } from './use-new-agreement.ts';

const route = getRouteApi('/signed-in/agreements/new');

export function NewPage() {
  const search = route.useSearch();
  if (!useMay('agreement.create')) return <NoPermission to="add agreements" />;
  return <NewAgreement search={search} />;
}

/** With whom, about which services, on which terms, signed or not, and its file. */
function NewAgreement({ search }: { search: NewSearch }) {
  const made = useNewAgreement(search);
  const { form } = made;
  const wrong = Object.keys(form.errors).length;
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit(made.record, (errors) => focusFact(Object.keys(errors)[0]!))}
    >
      <LeaveGuard unsaved={made.unsaved} />
      <PageHeader
        title="Add an agreement"
        state="A draft, or one that is signed already. What is not known can stay empty: it is shown as such until somebody says."
      />
      <NewGroups made={made} />
      <div className={classes.foot}>
        {made.problem !== undefined && <FailureState failure={failureOf(made.problem)} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={made.busy}>
            Record it
          </Button>
          <Button component={Link} to="/agreements" variant="default">
            Cancel
          </Button>
          {wrong > 0 && (
            <span role="alert" className={classes.problem}>
              Not recorded: {wrong === 1 ? 'one field has' : 'some fields have'} to be mended.
            </span>
          )}
        </div>
      </div>
    </form>
  );
}
