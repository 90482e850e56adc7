import { useNavigate } from '@tanstack/react-router';
import type { SessionStateFragment } from '../generated/graphql.ts';
import { queryClient } from '../shell/queries.ts';
import { signedInAs } from '../shell/session.ts';

/** Goes in with a fresh session; nothing that was cached for anybody else remains. */
export function useEntering(to = '/'): (session: SessionStateFragment) => void {
  const navigate = useNavigate();
  return (session) => {
    queryClient.clear();
    signedInAs(session);
    void navigate({ href: to, replace: true });
  };
}
