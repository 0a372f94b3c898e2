/** The room of the API: a ledger over HTTP and MCP, and the same interface from the other side. */
export { askForToken } from './client/ask-for-token.ts';
export { connectLedger } from './client/connect-ledger.ts';
export { type Role, roles } from './guard/roles.ts';
export { isLoopback } from './guard/same-origin.ts';
export { makeToken } from './guard/tokens.ts';
export { serveMcp } from './mcp/serve-mcp.ts';
export { openApi, routeTable } from './route-table.ts';
export type { CodebookInUse } from './routes/about.ts';
export { type Served, type ServeOptions, serveLedger } from './serve.ts';
export type { WebFiles } from './web-app.ts';
