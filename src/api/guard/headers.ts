import type { MiddlewareHandler } from 'hono';

/** Nothing may be loaded, run, framed or sent from what this server answers; pages of its own may be styled from themselves. */
export const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
};

/** Puts the headers of safety on an answer; one that names a policy of its own keeps it. */
export const withHeaders = (response: Response): Response => {
  const policy = response.headers.get('content-security-policy') ?? POLICY;
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  response.headers.set('content-security-policy', policy);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
};

/** As `withHeaders`, for every answer. */
export const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  withHeaders(context.res);
};
