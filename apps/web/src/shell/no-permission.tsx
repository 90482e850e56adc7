import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state.tsx';

interface Props {
  /** Completes "Your roles do not let you …": "read the audit log". */
  to: string;
  heading?: 'h1' | 'h2';
}

/** In place of what the person's roles do not let them read or do. */
export const NoPermission = ({ to, heading = 'h1' }: Props) => (
  <EmptyState heading={heading} title="Your roles do not include this">
    Your roles do not let you {to}. An administrator of your organization can change them.{' '}
    <Link to="/">Go to Today</Link>.
  </EmptyState>
);
