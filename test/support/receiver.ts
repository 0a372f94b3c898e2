import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { openServer, type Route } from './local-server.ts';

/** What came to a receiver of webhooks. */
export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A receiver that answers as it is told, one delivery after the other, the last way for good. */
export const openReceiver = async (...answers: readonly Route[]) => {
  const received: Received[] = [];
  const server = await openServer({
    '/hook': (response, request) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        received.push({ headers: request.headers, body });
        answers[Math.min(received.length, answers.length) - 1]?.(response, request);
      });
    },
  });
  return { ...server, received };
};

/** Answers with a status. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Route =>
  (response) => {
    response.writeHead(code, headers).end();
  };
export const hangsUp: Route = (response) => {
  response.destroy();
};
export const saysNothing: Route = () => undefined;

/** The signature that the specification "Standard Webhooks" asks for. */
export const signatureOf = ({ headers, body }: Received, secret: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64')}`;
