import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute, signedInRoute } from '../shell/root-route.ts';
import { pathWithin } from './path-within.ts';

/** Pages before sign-in. */
export const doorRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    staticData: { title: 'Sign in' },
    validateSearch: (raw): { to?: string } => (typeof raw.to === 'string' ? { to: pathWithin(raw.to) } : {}),
    component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/set-up',
    staticData: { title: 'Set up' },
    component: lazyRouteComponent(() => import('./set-up-page.tsx'), 'SetUpPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/invitation',
    staticData: { title: 'Accept an invitation' },
    component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
  }),
] as const;

const settings = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  staticData: { title: 'Settings' },
  component: lazyRouteComponent(() => import('./settings-frame.tsx'), 'SettingsFrame'),
});

export const settingsRoutes = settings.addChildren([
  createRoute({
    getParentRoute: () => settings,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/settings/account', replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/account',
    staticData: { title: 'My account' },
    component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/people',
    staticData: { title: 'People' },
    validateSearch: (raw): { invite?: true } => (raw.invite ? { invite: true } : {}),
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/organization',
    staticData: { title: 'Organization' },
    component: lazyRouteComponent(() => import('./organization-page.tsx'), 'OrganizationPage'),
  }),
]);
