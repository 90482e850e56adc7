import { EmptyState } from '../ui/empty-state.tsx';

/** In place of what the person's roles do not let them read. */
export const NoPermission = ({ what }: { what: string }) => (
  <EmptyState heading="h1" title="Your roles do not include this">
    Your roles do not let you read {what}. An administrator of your organization can change them.
  </EmptyState>
);
