import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Nothing recorded yet: what the list is for, and the ways to begin. */
export function EmptyRegister({ asOf }: { asOf: string | undefined }) {
  const mayCreate = useMay('vendor.create');
  const mayImport = useMay('vendor.import');
  if (asOf)
    return (
      <EmptyState title={`No vendors were recorded by ${dayText(asOf)}`}>Look at a later day, or at today.</EmptyState>
    );
  return (
    <EmptyState
      title="No vendors are recorded yet"
      action={
        <>
          {mayImport && (
            <Button component={Link} to={'/vendors/import' as '/'}>
              Import from a file
            </Button>
          )}
          {mayCreate && (
            <Button component={Link} to="/vendors/new" variant="default">
              Add one by hand
            </Button>
          )}
        </>
      }
    >
      These are the companies that something of yours runs at, each with its services: agreements cover services, not
      companies. Coverage, due diligence and the chain of subprocessors start here.
    </EmptyState>
  );
}
