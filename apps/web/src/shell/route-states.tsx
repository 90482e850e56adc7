import { Anchor } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageShape } from '../ui/shapes.tsx';
import { failureOf } from './api-error.ts';
import { FailureState } from './failure-state.tsx';

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return <FailureState failure={failureOf(error)} again={again} heading="h1" />;
}

export function RouteNotFound() {
  return (
    <EmptyState heading="h1" title="There is no such page or record">
      The address may be mistyped, or the record belongs to another organization.{' '}
      <Anchor component={Link} to="/">
        Go to Today
      </Anchor>
    </EmptyState>
  );
}

export const RoutePending = () => <PageShape />;
