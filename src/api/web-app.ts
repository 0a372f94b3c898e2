import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { AppContext } from './endpoint.ts';

/** The files of the browser app by their paths below the server's address (`assets/main-1a2b.js`), as they were built. */
export type WebFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** The app may load and run only what this server gives, and ask only this server. */
export const WEB_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Addresses that the app answers itself: all of them get its one page. */
const page =
  /^\/(?:(?:reports|statements|events|situations|disputes|actors)(?:\/[^/]+)?|agenda|views|map|review|add|settings)?$/;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
};

interface Held {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

const hold = (path: string, plain: Uint8Array<ArrayBuffer>): Held => {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 32);
  const isNamedByContent = path.startsWith('assets/');
  return {
    plain,
    packed: new Uint8Array(gzipSync(plain)),
    headers: {
      'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'content-security-policy': WEB_POLICY,
      'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${hash}"`,
      vary: 'accept-encoding',
    },
  };
};

const answer = (context: AppContext, { plain, packed, headers }: Held): Response => {
  if (context.req.header('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
  const takesPacked = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
  return takesPacked
    ? new Response(packed, { headers: { ...headers, 'content-encoding': 'gzip' } })
    : new Response(plain, { headers });
};

/** Answers for the app from memory; null where a path is none of its own. */
export const webApp = (files: WebFiles): ((context: AppContext) => Response | null) => {
  const held = new Map([...files].map(([path, bytes]) => [`/${path}`, hold(path, bytes)]));
  return (context) => {
    const { path } = context.req;
    const found = held.get(page.test(path) ? '/index.html' : path);
    return found === undefined ? null : answer(context, found);
  };
};
