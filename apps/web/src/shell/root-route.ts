import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { AwaitingSetUpDocument } from '../generated/graphql.ts';
import { Page } from './page.tsx';
import { query, queryClient } from './queries.ts';
import { RouteNotFound } from './route-states.tsx';
import { sessionQuery } from './session.ts';
import { signingInAgainIsPossible } from './signing-in-again.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** In the browser's title and, for a record, until its own name is known. */
    title?: string;
    /** The page can be asked as of a day: its search has `asOf`. */
    asOf?: boolean;
  }
}

export const rootRoute = createRootRoute({ component: Page });

/** Parent of every page for people who are signed in. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const { session } = await queryClient.ensureQueryData(sessionQuery);
    if (session) return signingInAgainIsPossible(true);
    const { awaitingSetUp } = await queryClient.fetchQuery(query(AwaitingSetUpDocument, {}));
    if (awaitingSetUp) throw redirect({ to: '/set-up' });
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
  },
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
});

/** Every address that is no page; people who are not signed in are asked to sign in first. */
export const elsewhereRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '$',
  staticData: { title: 'No such page' },
  component: RouteNotFound,
});
