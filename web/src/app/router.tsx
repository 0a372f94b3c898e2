import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  type SearchMiddleware,
  stringifySearchWith,
} from '@tanstack/react-router';
import { ActorPage } from '../actors/actor-page.tsx';
import { ActorsPage } from '../actors/actors-page.tsx';
import { AgendaPage } from '../agenda/agenda-page.tsx';
import { agendaFields } from '../agenda/use-agenda-search.ts';
import { disputeFields } from '../disputes/dispute-filters.tsx';
import { DisputePage } from '../disputes/dispute-page.tsx';
import { DisputesPage } from '../disputes/disputes-page.tsx';
import { EventsPage } from '../records/events-page.tsx';
import { filterFields } from '../records/filters.ts';
import { StatementsPage } from '../records/statements-page.tsx';
import { ReportPage } from '../report/report-page.tsx';
import { ReportsPage } from '../report/reports-page.tsx';
import { SituationPage } from '../situation/situation-page.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

/** Reads the fields of an address that a page knows, as words; leaves others out. */
const fields =
  <N extends string>(...names: readonly N[]) =>
  (search: Record<string, unknown>): Readonly<Partial<Record<N, string | undefined>>> => {
    const given = names.flatMap((name) => {
      const value = search[name];
      return value === undefined || value === '' ? [] : [[name, String(value)]];
    });
    return Object.fromEntries(given) as Partial<Record<N, string>>;
  };

interface Moment {
  readonly as_of?: string | undefined;
}

/** Links lead to the same moment unless they name another. */
const keepMoment: SearchMiddleware<Moment> = ({ search, next }) => {
  const made = next(search);
  return 'as_of' in made ? made : { ...made, as_of: search.as_of };
};

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: fields('as_of'),
  search: { middlewares: [keepMoment] },
});
const parent = () => root;

const routes = [
  createRoute({ getParentRoute: parent, path: '/', component: SituationPage, validateSearch: fields('lanes', 'by') }),
  createRoute({ getParentRoute: parent, path: '/reports', component: ReportsPage, validateSearch: fields('text') }),
  createRoute({ getParentRoute: parent, path: '/reports/$id', component: ReportPage, validateSearch: fields('row') }),
  createRoute({
    getParentRoute: parent,
    path: '/statements',
    component: StatementsPage,
    validateSearch: fields(...filterFields),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/events',
    component: EventsPage,
    validateSearch: fields(...filterFields),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/events/$id',
    component: lazyRouteComponent(() => import('../tellings/telling-page.tsx'), 'EventPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/statements/$id',
    component: lazyRouteComponent(() => import('../tellings/telling-page.tsx'), 'StatementPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/situations',
    component: lazyRouteComponent(() => import('../situations/situations-page.tsx'), 'SituationsPage'),
    validateSearch: fields('name'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/situations/$id',
    component: lazyRouteComponent(() => import('../situations/one-situation-page.tsx'), 'OneSituationPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/agenda',
    component: AgendaPage,
    validateSearch: fields(...agendaFields),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/disputes',
    component: DisputesPage,
    validateSearch: fields(...disputeFields),
  }),
  createRoute({ getParentRoute: parent, path: '/disputes/$id', component: DisputePage }),
  createRoute({ getParentRoute: parent, path: '/actors', component: ActorsPage, validateSearch: fields('name') }),
  createRoute({
    getParentRoute: parent,
    path: '/add',
    component: lazyRouteComponent(() => import('../add/add-page.tsx'), 'AddPage'),
    validateSearch: fields('show'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/settings',
    component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
    validateSearch: fields('part'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/map',
    component: lazyRouteComponent(() => import('../map/map-page.tsx'), 'MapPage'),
    validateSearch: fields(...filterFields, 'view'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/actors/network',
    component: lazyRouteComponent(() => import('../network/network-page.tsx'), 'NetworkPage'),
    validateSearch: fields(...filterFields, 'view', 'ties', 'actors', 'pair'),
  }),
  createRoute({ getParentRoute: parent, path: '/actors/$id', component: ActorPage }),
  createRoute({
    getParentRoute: parent,
    path: '/views',
    component: lazyRouteComponent(() => import('../views/views-page.tsx'), 'ViewsPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/review',
    component: lazyRouteComponent(() => import('../review/review-page.tsx'), 'ReviewPage'),
    validateSearch: fields('kind', 'type', 'act', 'reason', 'document'),
  }),
] as const;

/** The pages and their addresses. Values in addresses are plain words: `?type=AID,AGREE`, as the API takes them. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch: parseSearchWith((value) => value),
  stringifySearch: stringifySearchWith(String),
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
