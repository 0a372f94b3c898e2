import type { Ledger } from '../service/index.ts';
import { type AppParts, BASE, createApp, endpointsOf } from './app.ts';
import { openApiDocument } from './open-api.ts';

/** Parts of an app whose routes are looked at and never called. */
const unused = {
  ledger: {} as Ledger,
  version: '0',
  patience: 0,
  hooks: {},
  adds: null,
  web: null,
} as unknown as AppParts;

/** The OpenAPI document of the routes, without a ledger. */
export const openApi = () => openApiDocument(createApp(unused), '1');

/** The routes as a table in Markdown, for the documentation. */
export const routeTable = (): string => {
  const rows = endpointsOf(unused).map(
    ({ method, path, role, summary, tag }) =>
      `| ${tag} | \`${method.toUpperCase()} ${path}\` | ${role} | ${summary.replaceAll('|', '\\|')} |`,
  );
  return [`All paths stand under \`${BASE}\`.`, '', '| | route | role | |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
};
