import type { App } from './endpoint.ts';

const description = [
  'A ledger of what news reports say: who said what, who did what to whom, what is planned, what is disputed.',
  'Every answer is `{"ok": true, …}` or `{"ok": false, "error": {"code", "message", "at"}}`.',
  'A parameter that a route does not know is refused. `next` of a list is opaque: hand it back as `cursor`.',
  '`as_of` asks what was known at a moment.',
].join(' ');

type Json = unknown;

const isNullType = (part: Json): boolean => {
  const type = typeof part === 'object' && part !== null && 'type' in part ? part.type : null;
  return Array.isArray(type) && type.includes('null');
};

const isRef = (part: Json): boolean => typeof part === 'object' && part !== null && '$ref' in part;

/**
 * The generator writes "this schema, or null" of a named schema as all of it and of a type that may be null, which null never is.
 * Here it becomes one of the two.
 */
const withNulls = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withNulls);
  if (typeof value !== 'object' || value === null) return value;
  const { allOf, ...rest } = value as Record<string, Json>;
  if (Array.isArray(allOf) && allOf.some(isRef) && allOf.some(isNullType)) {
    const others = allOf.filter((part) => !isNullType(part));
    return { ...rest, anyOf: [...others, { type: 'null' }] };
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withNulls(inner)]));
};

/** The OpenAPI 3.1 document of an app's routes. */
export const openApiDocument = (app: App, version: string) => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that an admin gave out. On an address of the machine itself none is needed.',
  });
  const made = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Readout', version, description } });
  return withNulls(made) as typeof made;
};
