import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { expectStorable } from '../service/index.ts';
import { limitBody } from './guard/body-limit.ts';
import { type Caller, demand, type Role } from './guard/roles.ts';
import { Problem, tooSlow } from './problem.ts';
import { failureShape } from './schemas/shapes.ts';

/** What the middleware leaves for those behind it. */
export interface Variables {
  caller: Caller;
  address: string;
}

export type App = OpenAPIHono<{ Variables: Variables }>;
export type AppContext = Context<{ Variables: Variables }>;

/** What a request says, checked. */
export interface Given<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly caller: Caller;
}

type Shape = z.ZodObject;

/** A route: where it is, who may use it, what it takes, what it answers. */
export interface Endpoint<P extends Shape = Shape, Q extends Shape = Shape, B extends z.ZodType = z.ZodType> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly role: Role;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The most bytes that its body may have; 1 MB unless told. */
  readonly most?: number;
  /** It reads its body itself, as it comes. */
  readonly isStreamed?: boolean;
  /** The media type of such a body. */
  readonly takes?: string;
  /** Milliseconds that it may take, where it is not the usual. */
  readonly patience?: number;
  readonly status?: 200 | 201 | 202;
  /** The schema of its JSON, or the media type of whatever else it answers. */
  readonly answer: z.ZodType | string;
  /** What goes beside `ok: true` in its JSON; or a whole answer. */
  readonly run: (
    given: Given<z.output<P>, z.output<Q>, z.output<B>>,
    context: AppContext,
  ) => Promise<Readonly<Record<string, unknown>> | Response>;
}

const nothing = z.strictObject({});
const BODY = 1_000_000;

/** A route with the types of what it takes. */
export const endpoint = <
  P extends Shape = typeof nothing,
  Q extends Shape = typeof nothing,
  B extends z.ZodType = z.ZodType,
>(
  made: Endpoint<P, Q, B>,
): Endpoint =>
  // What it takes is checked by the schemas that the types come from.
  made as unknown as Endpoint;

const within = async <T>(work: Promise<T>, milliseconds: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(tooSlow()), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const failure = (description: string) => ({
  description,
  content: { 'application/json': { schema: failureShape } },
});

/** What is checked before a body is read. */
const checksOf = ({ role, most = BODY, isStreamed = false }: Endpoint): MiddlewareHandler[] => [
  async (context, next) => {
    demand(context.get('caller'), role);
    await next();
  },
  ...(isStreamed ? [] : [limitBody(most)]),
];

/** What a body is, in the OpenAPI document. */
const bodyOf = ({ body, takes }: Endpoint) => {
  const bytes = z.any().openapi({ type: 'string', format: 'binary' });
  if (takes !== undefined) return { body: { required: true, content: { [takes]: { schema: bytes } } } };
  return body === undefined ? {} : { body: { required: true, content: { 'application/json': { schema: body } } } };
};

const toRoute = (made: Endpoint) => {
  const { method, path, tag, summary, role, params, query = nothing, status = 200, answer } = made;
  return createRoute({
    method,
    path,
    tags: [tag],
    summary,
    description: `For the role ${role} and those above it.`,
    security: [{}, { token: [] }],
    middleware: checksOf(made),
    request: {
      ...(params !== undefined && { params }),
      query,
      ...bodyOf(made),
    },
    responses: {
      [status]: {
        description: 'What was asked for.',
        content:
          typeof answer === 'string'
            ? { [answer]: { schema: z.string() } }
            : { 'application/json': { schema: answer } },
      },
      default: failure('Why the request was refused.'),
    },
  });
};

/** The values that a request was checked to have. */
const givenIn = (context: AppContext, made: Endpoint): Given<never, never, never> => {
  const valid = (target: string): unknown => context.req.valid(target as never);
  const given = {
    params: made.params === undefined ? {} : valid('param'),
    query: valid('query'),
    body: made.body === undefined ? undefined : valid('json'),
  };
  expectStorable(given.body);
  return { ...given, caller: context.get('caller') } as Given<never, never, never>;
};

/** Puts a route on the app: its checks, its schema in the OpenAPI document, its answer in the one shape. */
export const register = (app: App, made: Endpoint, patience: number): void => {
  const { status = 200, run } = made;
  const handler = async (context: AppContext): Promise<Response> => {
    const result = await within(run(givenIn(context, made), context), made.patience ?? patience);
    return result instanceof Response ? result : context.json({ ok: true, ...result }, status);
  };
  app.openapi(toRoute(made), handler as never);
};

/** The name of a mistake that a check of our own found; null for what zod itself found. */
const ownCode = (issue: z.core.$ZodIssue): string | null =>
  issue.code === 'custom' && typeof issue.params?.code === 'string' ? issue.params.code : null;

const unknownKeys = (keys: readonly string[], target: string): Problem => {
  const [first = ''] = keys.map((key) => key.slice(0, 80));
  const code = target === 'query' ? 'unknown-parameter' : 'bad-request';
  return new Problem(400, code, `There is no "${first}" here; see the OpenAPI document.`, first);
};

/** Says what is wrong with a request that its schema refuses. */
export const refusal = (error: z.ZodError, target: string): Problem => {
  // A name that is unknown explains best why another is missing.
  const issue = error.issues.find(({ code }) => code === 'unrecognized_keys') ?? error.issues[0];
  if (issue === undefined) return new Problem(400, 'bad-request', 'This cannot be understood.');
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, target);
  const at = issue.path.length === 0 ? null : issue.path.join('.').slice(0, 200);
  const own = ownCode(issue);
  if (own !== null) return new Problem(400, own, issue.message, at);
  const code = at?.startsWith('decisions.') === true ? 'bad-correction' : 'bad-request';
  return new Problem(400, code, `${at ?? 'The body'}: ${issue.message.slice(0, 300)}.`, at);
};
