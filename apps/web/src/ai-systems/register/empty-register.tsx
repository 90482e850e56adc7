import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Nothing recorded yet: what the list is for, and the ways to begin. */
export function EmptyRegister({ asOf }: { asOf: string | undefined }) {
  const mayCreate = useMay('ai-system.create');
  const mayImport = useMay('ai-system.import');
  const maySample = useMay('organization.fill-sample');
  if (asOf)
    return (
      <EmptyState title={`No AI systems were recorded by ${dayText(asOf)}`}>
        Look at a later day, or at today.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No AI systems are recorded yet"
      action={
        <>
          {mayImport && (
            <Button component={Link} to="/ai-systems/import">
              Import from a file
            </Button>
          )}
          {mayCreate && (
            <Button component={Link} to="/ai-systems/new" variant="default">
              Add one by hand
            </Button>
          )}
          {maySample && (
            <Button component={Link} to="/" variant="default">
              Look around in a sample
            </Button>
          )}
        </>
      }
    >
      This is the one list of everything that uses AI here or is considered: products of vendors, models of your own,
      pilots, and tools that people found themselves. Risk tiers and reports are computed from it.
    </EmptyState>
  );
}
