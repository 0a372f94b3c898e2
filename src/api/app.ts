import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Ledger } from '../service/index.ts';
import { type App, type AppContext, type Endpoint, refusal, register, type Variables } from './endpoint.ts';
import type { Access } from './guard/access.ts';
import type { AuditLog } from './guard/audit.ts';
import { safeHeaders } from './guard/headers.ts';
import type { RateLimit } from './guard/rate-limit.ts';
import { checkOrigin } from './guard/same-origin.ts';
import type { Hooks } from './hooks/hooks.ts';
import { landingPage } from './landing-page.ts';
import type { Adds } from './live/add.ts';
import type { StreamParts } from './live/stream.ts';
import { openApiDocument } from './open-api.ts';
import { Problem, problemOf, toResponse } from './problem.ts';
import { type AboutParts, aboutRoutes } from './routes/about.ts';
import { type AddParts, addRoutes } from './routes/adds.ts';
import { adminRoutes } from './routes/admin.ts';
import { askRoutes } from './routes/ask.ts';
import { correctionRoutes } from './routes/corrections.ts';
import { feedRoutes } from './routes/feeds.ts';
import { hookRoutes } from './routes/hooks.ts';
import { writeRoutes } from './routes/journal.ts';
import { liveRoutes } from './routes/live.ts';
import { newsRoutes } from './routes/news.ts';
import { nodeRoutes } from './routes/nodes.ts';
import { reviewRoutes } from './routes/review.ts';
import { settingRoutes } from './routes/settings.ts';
import { type WatchRouteParts, watchRoutes } from './routes/watches.ts';
import { type WebFiles, webApp } from './web-app.ts';

/** Where the API begins. */
export const BASE = '/api/v1';

/** What an app is made of. */
export interface AppParts extends StreamParts, AddParts, WatchRouteParts, AboutParts {
  readonly ledger: Ledger;
  readonly access: Access;
  readonly audit: AuditLog;
  readonly limit: RateLimit | null;
  readonly adds: Adds | null;
  readonly hooks: Hooks;
  /** The names that a Host header may have; null: any. */
  readonly names: ReadonlySet<string> | null;
  /** The browser app; null: there is a plain page of links instead. */
  readonly web: WebFiles | null;
  readonly now: () => Date;
  /** Is told of faults of the program itself; callers are not. */
  readonly report: (error: unknown) => void;
  /** Milliseconds that a request may take. */
  readonly patience: number;
  /** The address that a request comes from. */
  readonly addressOf: (context: AppContext) => string;
}

/** Every route of the API below `BASE`. */
export const endpointsOf = (parts: AppParts): readonly Endpoint[] => [
  ...askRoutes(parts.ledger),
  ...nodeRoutes(parts.ledger),
  ...newsRoutes(parts.ledger),
  ...reviewRoutes(parts.ledger),
  ...correctionRoutes(parts.ledger),
  ...addRoutes(parts),
  ...watchRoutes(parts),
  ...liveRoutes(parts),
  ...settingRoutes(parts.ledger),
  ...feedRoutes(parts.ledger),
  ...hookRoutes(parts.hooks),
  ...writeRoutes(parts.ledger, parts.now),
  ...adminRoutes(parts),
  ...aboutRoutes(parts),
];

type Guard = MiddlewareHandler<{ Variables: Variables }>;

const guardOrigin =
  ({ names, addressOf }: AppParts): Guard =>
  async (context, next) => {
    checkOrigin(context.req.header('host'), context.req.header('origin'), names);
    context.set('address', addressOf(context));
    await next();
  };

const findCaller =
  ({ access, limit }: AppParts): Guard =>
  async (context, next) => {
    const address = context.get('address');
    try {
      context.set('caller', await access.callerOf(context.req.header('authorization'), address));
    } catch (error) {
      // Those who try tokens are counted by where they are.
      limit?.take(`address ${address}`);
      throw error;
    }
    const { key, isLocal } = context.get('caller');
    if (!isLocal) limit?.take(key);
    await next();
  };

const isWrite = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

const auditWrites =
  ({ audit, now }: AppParts): Guard =>
  async (context, next) => {
    await next();
    if (!isWrite(context.req.method)) return;
    const caller = context.get('caller') as Variables['caller'] | undefined;
    await audit.write({
      at: now().toISOString(),
      who: caller?.name ?? null,
      role: caller?.role ?? null,
      address: context.get('address') ?? '',
      method: context.req.method,
      path: context.req.path.slice(0, 300),
      status: context.res.status,
    });
  };

/** The app: what every request passes, and the routes. */
export const createApp = (parts: AppParts): App => {
  const app: App = new OpenAPIHono<{ Variables: Variables }>({
    defaultHook: (result) => {
      if (!result.success) throw refusal(result.error, result.target);
    },
  });
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.status >= 500 && problem !== error) parts.report(error);
    return toResponse(problem);
  });
  app.notFound(() => toResponse(new Problem(404, 'no-such-route', `There is nothing here; see ${BASE}/openapi.json.`)));
  app.use(safeHeaders);
  app.use(auditWrites(parts));
  app.use(guardOrigin(parts));
  app.get('/', (context, next) => (parts.web === null ? landingPage(context, parts.version) : next()));
  app.use(`${BASE}/*`, findCaller(parts));
  for (const made of endpointsOf(parts)) register(app, { ...made, path: `${BASE}${made.path}` }, parts.patience);
  const document = openApiDocument(app, parts.version);
  app.get(`${BASE}/openapi.json`, (context) => context.json(document));
  if (parts.web !== null) {
    const answer = webApp(parts.web);
    app.get('*', async (context, next) => answer(context) ?? next());
  }
  return app;
};
