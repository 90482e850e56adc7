import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../shell/root-route.ts';
import { isReportKind, type ReportKindName } from '../ui/words.ts';

const reportsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports',
  staticData: { title: 'Reports' },
  validateSearch: (raw): { order?: ReportKindName } => (isReportKind(raw.order) ? { order: raw.order } : {}),
  component: lazyRouteComponent(() => import('./reports-page.tsx'), 'ReportsPage'),
});

export const evidenceRoutes = [reportsRoute] as const;
