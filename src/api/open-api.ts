import type { App } from './endpoint.ts';

const description = [
  'A ledger of what news reports say: who said what, who did what to whom, what is planned, what is disputed.',
  'Every answer is `{"ok": true, …}` or `{"ok": false, "error": {"code", "message", "at"}}`.',
  'A parameter that a route does not know is refused. `next` of a list is opaque: hand it back as `cursor`.',
  '`as_of` asks what was known at a moment.',
].join(' ');

/** The OpenAPI 3.1 document of an app's routes. */
export const openApiDocument = (app: App, version: string) => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that an admin gave out. On an address of the machine itself none is needed.',
  });
  return app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Readout', version, description } });
};
