import { createRouter } from '@tanstack/react-router';
import { agreementRoutes } from './agreements/routes.ts';
import { aiSystemRoutes } from './ai-systems/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { documentRoutes } from './documents/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { doorRoutes, settingsRoutes } from './people/routes.ts';
import { elsewhereRoute, rootRoute, signedInRoute } from './shell/root-route.ts';
import { RouteError, RouteNotFound, RoutePending } from './shell/route-states.tsx';
import { todayRoutes } from './today/routes.ts';
import { vendorRoutes } from './vendors/routes.ts';

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...doorRoutes,
    signedInRoute.addChildren([
      ...todayRoutes,
      ...aiSystemRoutes,
      ...vendorRoutes,
      ...agreementRoutes,
      ...documentRoutes,
      ...evidenceRoutes,
      ...auditRoutes,
      settingsRoutes,
      elsewhereRoute,
    ]),
  ]),
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: RouteNotFound,
  defaultPendingComponent: RoutePending,
  // A page that is there within 300 ms shows no shape of itself first.
  defaultPendingMs: 300,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
