import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../shell/root-route.ts';

/** `/documents/$id` itself is the file. */
const documentRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/documents/$id/view',
  staticData: { title: 'Document' },
  component: lazyRouteComponent(() => import('./document-page.tsx'), 'DocumentPage'),
});

export const documentRoutes = [documentRoute] as const;
