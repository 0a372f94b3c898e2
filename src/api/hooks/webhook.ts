/** Settings of this kind are webhooks. */
export const WEBHOOKS = 'webhook';

/** A webhook as it is kept. Its secret is kept as it is, since every delivery is signed with it. */
export interface Webhook {
  readonly key: string;
  readonly url: string;
  readonly query: string | null;
  readonly secret: string;
  readonly made: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** A webhook from a setting; null for what is none. */
export const toWebhook = (key: string, value: unknown): Webhook | null => {
  const { url, query, secret, made } = Object.fromEntries(Object.entries(value ?? {})) as Record<string, unknown>;
  return isText(url) && isText(secret) && isText(made)
    ? { key, url, query: isText(query) ? query : null, secret, made }
    : null;
};
