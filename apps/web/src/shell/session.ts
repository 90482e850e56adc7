import type { Permission } from '@attestry/domain/people/permissions.ts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { SessionDocument, type SessionQuery, type SessionStateFragment } from '../generated/graphql.ts';
import { send } from './client.ts';
import { queryClient } from './queries.ts';
import { sessionHasEnded } from './signing-in-again.ts';

const KEY = ['session'] as const;

export const sessionQuery = queryOptions({
  queryKey: KEY,
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<SessionQuery> => {
    const answer = await send(SessionDocument, {}, signal);
    const known = queryClient.getQueryData<SessionQuery>(KEY);
    if (answer.session || !known?.session) return answer;
    // Ended meanwhile. The page stays as it is, covered, until the person has signed in again.
    sessionHasEnded();
    return known;
  },
});

export const signedInAs = (session: SessionStateFragment): void => {
  queryClient.setQueryData<SessionQuery>(KEY, { session });
};

/** Who is signed in. Only below the signed-in layout, which sees to it that somebody is. */
export function useSession(): SessionStateFragment {
  const { session } = useSuspenseQuery(sessionQuery).data;
  if (!session) throw new Error('Nobody is signed in.');
  return session;
}

/** May I? Answered by the server with the session, for the button beside which this is asked. */
export const useMay = (permission: Permission): boolean => useSession().permissions.includes(permission);

/** Today in the organization's time zone, `YYYY-MM-DD`. */
export const useToday = (): string => useSession().today;
