import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { asProblem } from '../../api/problem-error.ts';
import { meQuery, shipmentListQuery } from '../../api/queries.ts';
import { ErrorState } from '../../ui/feedback/states.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { Shell } from '../shell/shell.tsx';
import { filterOf, listStateOf } from '../shipments/filter/list-state.ts';
import { queryClient } from './query-client.ts';
import { parseSearch, stringifySearch } from './search-params.ts';
import { forgetWorkspace } from './workspace-choice.ts';

const root = createRootRoute({
  component: Outlet,
  errorComponent: ({ error }) => <ErrorState error={error} retry={() => window.location.reload()} />,
});

/** All pages that need a session. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      const { status, code } = asProblem(error);
      if (code === 'not_a_member') {
        forgetWorkspace();
        await queryClient.ensureQueryData(meQuery);
        return;
      }
      if (status !== 401) throw error;
      throw redirect({ to: '/login', search: { next: location.publicHref } });
    }
  },
});

const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('../today/today-page.tsx'), 'TodayPage'),
});
const shipments = createRoute({
  getParentRoute: () => inside,
  path: '/shipments',
  validateSearch: listStateOf,
  loaderDeps: ({ search }) => filterOf(search),
  // Starts loading the rows in parallel to the code of the page. Not awaited: the page shows its loading
  // state.
  loader: ({ deps }) => {
    void queryClient.prefetchInfiniteQuery(shipmentListQuery(deps));
  },
  component: lazyRouteComponent(() => import('../shipments/shipments-page.tsx'), 'ShipmentsPage'),
});
const shipment = createRoute({
  getParentRoute: () => inside,
  path: '/shipments/$id',
  component: lazyRouteComponent(() => import('../shipment/shipment-page.tsx'), 'ShipmentPage'),
});
const carriers = createRoute({
  getParentRoute: () => inside,
  path: '/carriers',
  component: lazyRouteComponent(() => import('../carriers/carriers-page.tsx'), 'CarriersPage'),
});
const review = createRoute({
  getParentRoute: () => inside,
  path: '/review',
  component: lazyRouteComponent(() => import('../review/review-page.tsx'), 'ReviewPage'),
});
const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings/{-$section}',
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
});
/** Below `inside`, so that an unauthenticated visitor cannot find out which addresses exist. */
const notFound = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

const designSystem = createRoute({
  getParentRoute: () => root,
  path: '/dev/ui',
  component: lazyRouteComponent(() => import('../dev-ui/dev-ui-page.tsx'), 'DevUiPage'),
});

const signInPages = () => import('../sign-in/sign-in-pages.ts');
const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' ? { next: search.next } : {},
  component: lazyRouteComponent(signInPages, 'LoginPage'),
});
const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(signInPages, 'ForgottenPasswordPage'),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(signInPages, 'ResetPasswordPage'),
});
const accept = createRoute({
  getParentRoute: () => root,
  path: '/accept-invitation',
  component: lazyRouteComponent(signInPages, 'AcceptInvitationPage'),
});
const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/first-run',
  component: lazyRouteComponent(signInPages, 'FirstRunPage'),
});

const outside = [designSystem, login, forgottenPassword, reset, accept, firstRun];

export const router = createRouter({
  routeTree: root.addChildren([
    inside.addChildren([today, shipments, shipment, carriers, review, settings, notFound]),
    ...outside,
  ]),
  basepath: '/app',
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
