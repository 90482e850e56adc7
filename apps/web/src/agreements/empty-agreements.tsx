import { dayText } from '@attestry/domain/time/day-text.ts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../shell/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Nothing recorded yet: what the agreements are for, and how to begin. */
export function EmptyAgreements({ asOf }: { asOf: string | undefined }) {
  const mayCreate = useMay('agreement.create') && !asOf;
  if (asOf)
    return (
      <EmptyState title={`No agreements were recorded by ${dayText(asOf)}`}>
        Look at a later day, or at today.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No agreements are recorded yet"
      action={
        mayCreate && (
          <Button component={Link} to="/agreements/new">
            Add an agreement
          </Button>
        )
      }
    >
      A vendor’s service may receive PHI only under a business associate agreement that lists it (45 CFR 164.502(e)).
      Record drafts and signed ones, with their dates and files: on which days PHI is covered, what renews and what ends
      is computed from them.
    </EmptyState>
  );
}
