import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createRawServer, type Server, type Socket } from 'node:net';

/** What a path of the server does. */
export type Route = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on this machine that does what a test tells it, and remembers who asked for what. */
export interface LocalServer {
  readonly port: number;
  /** `url('/a')` on 127.0.0.1, or at another name that the test's own lookup puts there. */
  readonly url: (path: string, host?: string) => string;
  readonly requests: IncomingMessage[];
  /** The paths asked for so far, robots.txt left out, and forgets them. */
  readonly taken: () => string[];
  readonly close: () => Promise<void>;
}

const listening = (server: Server): Promise<number> =>
  new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

const urlAt =
  (port: number) =>
  (path: string, host = '127.0.0.1'): string =>
    `http://${host}:${port}${path}`;

/** Opens a server; `routes` may be changed while it runs. A path without a route is a 404. */
export const openServer = async (routes: Record<string, Route>): Promise<LocalServer> => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const route = routes[request.url ?? ''];
    if (route !== undefined) return route(response, request);
    response.writeHead(404).end();
  });
  const port = await listening(server);
  return {
    port,
    url: urlAt(port),
    requests,
    taken: () => requests.splice(0).flatMap(({ url }) => (url === undefined || url === '/robots.txt' ? [] : [url])),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

/** Opens a server that answers with raw bytes, valid HTTP or not, after each request's headers. */
export const openRawServer = async (answer: (socket: Socket, path: string) => void): Promise<LocalServer> => {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      const path = bytes.toString('latin1').split(' ')[1] ?? '';
      if (path === '/robots.txt')
        socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      else answer(socket, path);
    });
  });
  const port = await listening(server);
  return {
    port,
    url: urlAt(port),
    requests: [],
    taken: () => [],
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

/** A route that sends a body with headers. */
export const sends =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, status = 200): Route =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

/** A route that points elsewhere. */
export const pointsTo = (location: string, status = 302): Route => sends('', { location }, status);
