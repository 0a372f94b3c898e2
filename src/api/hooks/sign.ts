import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new secret: 256 random bits. */
export const newSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`;

/**
 * The headers of a delivery, as the specification "Standard Webhooks" has them: `webhook-signature` is HMAC-SHA-256 over id, time
 * (seconds since 1970) and body, so that a receiver can refuse what is forged or sent again later.
 */
export const signedHeaders = (
  secret: string,
  id: string,
  seconds: number,
  body: string,
): Readonly<Record<string, string>> => {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
};
