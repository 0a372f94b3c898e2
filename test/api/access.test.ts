import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeToken, type Role } from '../../src/api/index.ts';
import { sending, serveTestLedger, type TestApi } from '../support/api.ts';

/** A request with headers that fetch would not let a program choose. */
const raw = (
  url: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<{ readonly status: number; readonly body: string; readonly headers: Readonly<Record<string, unknown>> }> =>
  new Promise((done, refuse) => {
    const asked = request(url, { method, headers, setHost: !('host' in headers) }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    asked.on('error', refuse);
    asked.end();
  });

describe('on an address of this machine', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await serveTestLedger({ names: ['ledger.example'] });
  });
  afterAll(() => api.done());
  const port = (): string => new URL(api.served.url).port;
  const totals = (headers: Readonly<Record<string, string>>, method?: string) =>
    raw(`${api.served.url}/api/v1/totals`, headers, method);

  test('no token is needed', async () => {
    expect((await totals({})).status).toBe(200);
  });

  test.each([
    ['another name for this address (DNS rebinding)', () => ({ host: 'evil.example' })],
    ['another name, with the right port', () => ({ host: `evil.example:${port()}` })],
    ['a name that begins like one of ours', () => ({ host: 'localhost.evil.example' })],
    ['an address that is not this machine', () => ({ host: '192.168.1.7' })],
    ['a page of another site', () => ({ origin: 'https://evil.example' })],
    ['a page of another port', () => ({ origin: 'http://127.0.0.1:1' })],
    ['a page without an address', () => ({ origin: 'null' })],
  ])('is refused: %s', async (_what, headers) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const { status, body } = await totals(headers(), method);
      expect(status).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'foreign-request' } });
    }
  });

  test.each([
    ['localhost', () => ({ host: `localhost:${port()}` })],
    ['the address in IPv6', () => ({ host: `[::1]:${port()}` })],
    ['a name that was allowed', () => ({ host: 'ledger.example' })],
    ['a page of its own', () => ({ origin: `http://127.0.0.1:${port()}` })],
  ])('is let through: %s', async (_what, headers) => {
    expect((await totals(headers())).status).toBe(200);
  });

  test('a token that is wrong is refused even here', async () => {
    const { status, body } = await totals({ authorization: `Bearer rdo_${'0'.repeat(12)}_${'x'.repeat(43)}` });
    expect(status).toBe(401);
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'bad-token' } });
  });

  test('every answer has the headers of safety', async () => {
    for (const path of ['/', '/api/v1/totals', '/nowhere', '/api/v1/statements?x=1', '/api/v1/openapi.json']) {
      const { headers } = await raw(`${api.served.url}${path}`, {});
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    }
  });

  test('what is no HTTP is refused in the same shape', async () => {
    const { status, body, headers } = await raw(`${api.served.url}/${'x'.repeat(20_000)}`, {});
    expect(status).toBe(431);
    expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('on any other address', () => {
  let api: TestApi;
  const tokens: Record<string, string> = {};
  let time = Date.parse('2026-03-02T12:00:00Z');

  beforeAll(async () => {
    // 0.0.0.0 is every address of the machine, this one too, which the test goes by.
    api = await serveTestLedger({ host: '0.0.0.0', now: () => new Date(time), rate: { burst: 60, perSecond: 1 } });
    for (const role of ['reader', 'analyst', 'admin'] as const)
      tokens[role] = (await makeToken(api.ledger, role, `${role} ann`, new Date(time))).token;
  });
  afterAll(() => api.done());

  const as = (role: Role | null): Record<string, string> =>
    role === null ? {} : { authorization: `Bearer ${tokens[role]}` };
  const ask = (role: Role | null, path: string, method = 'GET', body?: unknown) => {
    time += 60_000;
    return api.ask(
      `/api/v1${path}`,
      body === undefined ? { method, headers: as(role) } : sending(method, body, as(role)),
    );
  };

  test.each(['/totals', '/statements', '/openapi.json', '/stream', '/nowhere'])('%s asks for a token', async (path) => {
    const response = await ask(null, path);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'no-token' } });
  });

  const rights: readonly (readonly [string, string, unknown, Role])[] = [
    ['GET', '/totals', undefined, 'reader'],
    ['GET', '/corrections', undefined, 'reader'],
    ['POST', '/failures', { name: 'a', code: 'b', message: 'c' }, 'analyst'],
    ['PUT', '/settings/watch', { key: 'a', value: 1 }, 'analyst'],
    ['PUT', '/settings/other', { key: 'a', value: 1 }, 'admin'],
    ['GET', '/about', undefined, 'reader'],
    ['GET', '/watches', undefined, 'reader'],
    ['GET', '/entries', undefined, 'admin'],
    ['GET', '/backup', undefined, 'admin'],
    ['GET', '/tokens', undefined, 'admin'],
    ['GET', '/audit', undefined, 'admin'],
    ['PUT', '/webhooks/a', { url: 'https://hook.example/', query: null }, 'admin'],
  ];
  test.each(rights)('%s %s is for the right roles', async (method, path, body, needed) => {
    const order: readonly Role[] = ['reader', 'analyst', 'admin'];
    for (const role of order) {
      const { status } = await ask(role, path, method, body);
      expect([role, status]).toEqual([
        role,
        order.indexOf(role) < order.indexOf(needed) ? 403 : 200 + (method === 'POST' ? 1 : 0),
      ]);
    }
  });

  test('a body is not read for somebody who may not send it', async () => {
    const response = await ask('reader', '/corrections', 'POST', { nonsense: true });
    expect(response.status).toBe(403);
  });

  test('nobody but an admin decides in the name of another', async () => {
    const [item] = (await api.ledger.statements({ limit: 1 })).items;
    if (item === undefined) throw new Error('no statement');
    const anchor = { kind: 'statement', document: item.report.id, record: item.id, evidence: item.record.cue };
    const decision = { why: null, change: { action: 'accept', anchor, change: {} } };
    const correct = (role: Role, author?: string) =>
      ask(role, '/corrections', 'POST', { decisions: [author === undefined ? decision : { ...decision, author }] });
    expect((await correct('analyst', 'bob')).status).toBe(403);
    expect((await correct('analyst')).status).toBe(201);
    expect((await api.ledger.corrections({})).items[0]?.author).toBe('analyst ann');
    expect((await correct('admin', 'bob')).status).toBe(201);
    expect((await api.ledger.corrections({})).items[0]?.author).toBe('bob');
  });

  test('a token is kept as a hash, is shown once, and holds until it is taken back', async () => {
    const made = (await (await ask('admin', '/tokens', 'POST', { name: 'bob', role: 'reader' })).json()) as {
      readonly item: { readonly id: string; readonly token: string };
    };
    const { id, token } = made.item;
    const secret = token.slice(-43);
    expect(JSON.stringify(await api.ledger.setting('token'))).not.toContain(secret);
    expect(await (await ask('admin', '/tokens')).text()).not.toContain(secret);
    for (const header of [`Bearer ${token}`, `Basic ${Buffer.from(`feed:${token}`).toString('base64')}`])
      expect((await api.ask('/api/v1/totals', { headers: { authorization: header } })).status).toBe(200);
    expect((await ask('admin', `/tokens/${id}`, 'DELETE')).status).toBe(200);
    expect((await api.ask('/api/v1/totals', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });

  test('tokens and webhooks cannot be read or made by way of the settings', async () => {
    for (const kind of ['token', 'webhook']) {
      expect((await ask('admin', `/settings/${kind}`)).status).toBe(403);
      expect((await ask('admin', `/settings/${kind}`, 'PUT', { key: 'a', value: { role: 'admin' } })).status).toBe(403);
    }
  });

  test('pages of other sites are refused here too', async () => {
    const response = await api.ask('/api/v1/totals', { headers: { ...as('admin'), origin: 'https://evil.example' } });
    expect(response.status).toBe(403);
  });

  test('writes are noted, refused ones too', async () => {
    await ask('reader', '/failures', 'POST', { name: 'a', code: 'b', message: 'c' });
    await ask(null, '/failures', 'POST', { name: 'a', code: 'b', message: 'c' });
    const { items } = (await (await ask('admin', '/audit')).json()) as { readonly items: readonly unknown[] };
    expect(items.slice(0, 2)).toMatchObject([
      { who: null, role: null, method: 'POST', path: '/api/v1/failures', status: 401 },
      { who: 'reader ann', role: 'reader', method: 'POST', path: '/api/v1/failures', status: 403 },
    ]);
  });

  test('a token may ask so often, and no oftener; others are not kept waiting', async () => {
    time += 120_000;
    const now = (role: Role) => api.ask('/api/v1/last', { headers: as(role) });
    const statuses: number[] = [];
    for (let count = 0; count < 61; count += 1) statuses.push((await now('reader')).status);
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
    const refused = await now('reader');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ ok: false, error: { code: 'too-many-requests' } });
    expect((await now('analyst')).status).toBe(200);
    time += 2000;
    expect((await now('reader')).status).toBe(200);
  });

  test('those who try tokens are counted by where they are', async () => {
    time += 120_000;
    const statuses = new Set<number>();
    for (let count = 0; count < 70; count += 1) statuses.add((await api.ask('/api/v1/last')).status);
    expect([...statuses]).toEqual([401, 429]);
  });
});
