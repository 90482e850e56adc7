import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../shell/root-route.ts';
import { readNewSearch } from './form/new-search.ts';
import { readRecordSearch } from './record/record-search.ts';
import { readAgreementsSearch } from './register/register-search.ts';

const under = () => signedInRoute;

export const agreementRoutes = [
  createRoute({
    getParentRoute: under,
    path: '/agreements',
    staticData: { title: 'Agreements', asOf: true },
    validateSearch: readAgreementsSearch,
    component: lazyRouteComponent(() => import('./agreements-page.tsx'), 'AgreementsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/agreements/new',
    staticData: { title: 'Add an agreement' },
    validateSearch: readNewSearch,
    component: lazyRouteComponent(() => import('./form/new-page.tsx'), 'NewPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/agreements/$id',
    staticData: { title: 'Agreement', asOf: true },
    validateSearch: readRecordSearch,
    component: lazyRouteComponent(() => import('./record/record-page.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/agreements/$id/edit',
    staticData: { title: 'Edit an agreement' },
    component: lazyRouteComponent(() => import('./form/edit-page.tsx'), 'EditPage'),
  }),
] as const;
