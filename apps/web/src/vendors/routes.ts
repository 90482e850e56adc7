import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../shell/root-route.ts';
import { readRecordSearch } from './record/record-search.ts';
import { readRegisterSearch } from './register/register-search.ts';

const under = () => signedInRoute;

export const vendorRoutes = [
  createRoute({
    getParentRoute: under,
    path: '/vendors',
    staticData: { title: 'Vendors', asOf: true },
    validateSearch: readRegisterSearch,
    component: lazyRouteComponent(() => import('./register/register-page.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/vendors/new',
    staticData: { title: 'Add a vendor' },
    component: lazyRouteComponent(() => import('./form/new-page.tsx'), 'NewPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/vendors/import',
    staticData: { title: 'Import vendors' },
    component: lazyRouteComponent(() => import('./import/vendor-import.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/vendors/import/$id',
    staticData: { title: 'Import' },
    component: lazyRouteComponent(() => import('./import/vendor-import.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/vendors/duplicates',
    staticData: { title: 'Likely duplicates' },
    component: lazyRouteComponent(() => import('./duplicates/duplicates-page.tsx'), 'DuplicatesPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/vendors/$id',
    staticData: { title: 'Vendor', asOf: true },
    validateSearch: readRecordSearch,
    component: lazyRouteComponent(() => import('./record/record-page.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/vendors/$id/edit',
    staticData: { title: 'Edit a vendor' },
    component: lazyRouteComponent(() => import('./form/edit-page.tsx'), 'EditPage'),
  }),
] as const;
