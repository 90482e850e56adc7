import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../shell/root-route.ts';
import { readCoverageSearch } from './coverage/coverage-search.ts';
import { readRecordSearch } from './record/record-search.ts';
import { readRegisterSearch } from './register/register-search.ts';

const under = () => signedInRoute;

export const aiSystemRoutes = [
  createRoute({
    getParentRoute: under,
    path: '/ai-systems',
    staticData: { title: 'AI systems', asOf: true },
    validateSearch: readRegisterSearch,
    component: lazyRouteComponent(() => import('./register/register-page.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/coverage',
    staticData: { title: 'Coverage', asOf: true },
    validateSearch: readCoverageSearch,
    component: lazyRouteComponent(() => import('./coverage/coverage-page.tsx'), 'CoveragePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/ai-systems/new',
    staticData: { title: 'Add an AI system' },
    component: lazyRouteComponent(() => import('./form/new-page.tsx'), 'NewPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/ai-systems/import',
    staticData: { title: 'Import AI systems' },
    component: lazyRouteComponent(() => import('./import/ai-system-import.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/ai-systems/import/$id',
    staticData: { title: 'Import' },
    component: lazyRouteComponent(() => import('./import/ai-system-import.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/ai-systems/$id',
    staticData: { title: 'AI system', asOf: true },
    validateSearch: readRecordSearch,
    component: lazyRouteComponent(() => import('./record/record-page.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/ai-systems/$id/edit',
    staticData: { title: 'Edit an AI system' },
    component: lazyRouteComponent(() => import('./form/edit-page.tsx'), 'EditPage'),
  }),
] as const;
