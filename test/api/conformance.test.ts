import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '../../src/api/index.ts';
import { codebookInUse } from '../../src/cli/serving/codebook-in-use.ts';
import { serveTestLedger, type TestApi } from '../support/api.ts';
import { fromSchema, hostileWords, type JsonSchema } from '../support/from-schema.ts';
import { numberedReadout } from '../support/made-readouts.ts';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const document = openApi() as unknown as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
};

const routes: readonly Route[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
);

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'api');

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** What says why a body is not what the document promises for a status, or null. */
const mistake = ({ method, path, operation }: Route, status: number, body: unknown): string | null => {
  const promised = String(status) in operation.responses ? String(status) : 'default';
  const pointer = ['paths', path, method, 'responses', promised, 'content', 'application/json', 'schema'].map(escaped);
  const check = ajv.getSchema(`api#/${pointer.join('/')}`);
  if (check === undefined) return `no schema for ${method} ${path} ${status}`;
  return check(body) === true ? null : ajv.errorsText(check.errors);
};

const find = (ref: string): JsonSchema => document.components.schemas[ref.split('/').at(-1) ?? ''] ?? {};
const drawing = { find, wrong: 30 };

let api: TestApi;

beforeAll(async () => {
  api = await serveTestLedger({
    read: async function* ({ kind }) {
      yield kind === 'url'
        ? { kind: 'failure', name: 'a', code: 'fetch-failed', message: 'not there' }
        : { kind: 'readout', name: 'a', readout: numberedReadout(50) };
    },
    look: async function* (list) {
      yield { kind: 'failure', name: list, code: 'fetch-failed', message: 'not there' };
    },
    codebook: codebookInUse,
    poster: async () => ({ post: async () => 200, close: async () => undefined }),
    sleep: async () => undefined,
  });
  for (const number of [1, 2, 3]) await api.ledger.add(`made-${number}.txt`, numberedReadout(number));
  await api.ledger.set('query', 'border', { title: 'Border & talks', kind: 'events', filter: { type: ['MOBILIZE'] } });
});
afterAll(() => api.done());

const isJson = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('application/json') === true;

/** Things that only the inside of the program knows. */
const leaks = /node_modules|\bat [\w.]+ \(|\/tmp\/|SQLSTATE|\.ts:\d|select .* from |violates|relation "/;

const checkAnswer = async (route: Route, response: Response, asked: string): Promise<void> => {
  if (!isJson(response)) {
    expect(response.status, asked).toBeLessThan(400);
    await response.body?.cancel();
    return;
  }
  const text = await response.text();
  expect(response.status, `${asked} → ${text}`).toBeLessThan(500);
  expect(mistake(route, response.status, JSON.parse(text)), `${asked} → ${text.slice(0, 500)}`).toBe(null);
  if (!response.ok) expect(text).not.toMatch(leaks);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
};

const parametersOf = ({ operation }: Route, where: string) =>
  (operation.parameters ?? []).filter((parameter) => parameter.in === where);

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

const asText = (value: unknown): string => (typeof value === 'string' ? value : String(JSON.stringify(value) ?? ''));

/** A request to a route, drawn by its parameters and its body, right or wrong. */
const requestTo = (route: Route) => {
  const inPath = parametersOf(route, 'path');
  const inQuery = parametersOf(route, 'query');
  const body = route.operation.requestBody?.content['application/json']?.schema;
  return fc.record({
    path: fc.tuple(...inPath.map(({ schema }) => fc.oneof(fromSchema(schema, { find, wrong: 3 }), hostileWords))),
    query: fc.array(
      fc.oneof(
        ...inQuery.map(({ name, schema }) =>
          fc
            .oneof(fromSchema(schema, { find, wrong: 2 }), hostileWords)
            .map((value): [string, string] => [name, asText(value)]),
        ),
        { arbitrary: fc.tuple(hostileWords, hostileWords), weight: 1 },
      ),
      { maxLength: 4 },
    ),
    body: body === undefined ? fc.constant(undefined) : fromSchema(body, drawing),
    type: fc.constantFrom(
      'application/json',
      'application/json',
      'application/json',
      'text/plain',
      'application/json; charset=utf-8',
    ),
  });
};

const addressOf = (
  { path }: Route,
  values: readonly unknown[],
  query: readonly (readonly [string, string])[],
): string => {
  const parts = [...values];
  const filled = path.replace(/\{\w+\}/g, () => encode(asText(parts.shift())) || '%20');
  const asked = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return `${filled}${asked === '' ? '' : `?${asked}`}`;
};

test('there is a route for everything that a ledger can be asked', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(routes.length).toBeGreaterThan(45);
});

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s answers whatever it is sent in the shape that its document promises',
  async (_name, route) => {
    await fc.assert(
      fc.asyncProperty(requestTo(route), async ({ path, query, body, type }) => {
        const address = addressOf(route, path, query);
        const response = await api.ask(address, {
          method: route.method.toUpperCase(),
          ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': type } }),
        });
        await checkAnswer(route, response, `${route.method} ${address} ${JSON.stringify(body)}`);
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 30) },
    );
    expect(api.faults).toEqual([]);
  },
);

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s refuses a parameter that it does not know',
  async (_name, route) => {
    const path = route.path
      .replace('{kind}', 'statement')
      .replace('{by}', 'week')
      .replace(/\{\w+\}/g, 'border');
    const response = await api.ask(`${path}?colour=red`, {
      method: route.method.toUpperCase(),
      ...(route.operation.requestBody !== undefined && { body: '{}', headers: { 'content-type': 'application/json' } }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'unknown-parameter', at: 'colour' } });
  },
);

const lists = routes.filter(({ method, path }) => method === 'get' && !path.includes('{') && !path.endsWith('/stream'));

test.each(lists.map((route) => [route.path, route] as const))(
  '%s answers as promised without parameters',
  async (_name, route) => {
    const query = route.path.endsWith('/diff') ? '?a=2020-01-01&b=2100-01-01' : '';
    const response = await api.ask(`${route.path}${query}`);
    expect(response.status).toBe(200);
    await checkAnswer(route, response, route.path);
  },
);

test('a body that is no JSON, is too large or is of another kind is refused in the same shape', async () => {
  const post = (body: string, type: string) =>
    api.ask('/api/v1/corrections', { method: 'POST', body, headers: { 'content-type': type } });
  for (const [body, type, status, code] of [
    ['{"decisions": ', 'application/json', 400, 'bad-request'],
    ['{}', 'application/xml', 415, 'bad-media-type'],
    [`"${'x'.repeat(1_000_001)}"`, 'application/json', 413, 'too-large'],
  ] as const) {
    const response = await post(body, type);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ok: false, error: { code } });
  }
});

test('a body in chunks is counted as it comes', async () => {
  const chunk = new Uint8Array(400_000).fill(32);
  const body = new ReadableStream({
    start: (controller) => {
      for (let count = 0; count < 4; count += 1) controller.enqueue(chunk);
      controller.close();
    },
  });
  const response = await api.ask('/api/v1/corrections', {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
  } as RequestInit);
  expect(response.status).toBe(413);
});
