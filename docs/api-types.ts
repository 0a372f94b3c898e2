/** The types of the API in TypeScript, for the browser app: made from the OpenAPI document by `npm run docs`. */
type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const either = (parts: readonly string[]): string => [...new Set(parts)].join(' | ') || 'unknown';
const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

const plain: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

const objectType = (schema: Json): string => {
  const { properties, required, additionalProperties } = schema;
  if (!isJson(properties)) {
    return isJson(additionalProperties) ? `Readonly<Record<string, ${typeOf(additionalProperties)}>>` : 'Json';
  }
  const needed = new Set(listIn(required));
  const fields = Object.entries(properties).map(
    ([name, inner]) => `readonly ${key(name)}${needed.has(name) ? '' : '?'}: ${typeOf(inner)};`,
  );
  return fields.length === 0 ? 'Json' : `{ ${fields.join(' ')} }`;
};

const namedType = (name: unknown, schema: Json): string => {
  if (name === 'object') return objectType(schema);
  if (name === 'array') return `readonly (${typeOf(schema.items)})[]`;
  return plain[String(name)] ?? 'unknown';
};

/** A JSON Schema as a type. */
const typeOf = (schema: unknown): string => {
  if (!isJson(schema)) return 'unknown';
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? 'unknown';
  if (Array.isArray(schema.enum)) return either(schema.enum.map((value) => JSON.stringify(value)));
  if (Array.isArray(schema.anyOf)) return either(schema.anyOf.map(typeOf));
  if (Array.isArray(schema.allOf)) return schema.allOf.map(typeOf).join(' & ');
  const names = Array.isArray(schema.type) ? schema.type : [schema.type];
  return either(names.map((name) => namedType(name, schema)));
};

const answerOf = (operation: Json): unknown => {
  const responses = isJson(operation.responses) ? operation.responses : {};
  const [, fine] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  const content = isJson(fine) && isJson(fine.content) ? fine.content['application/json'] : undefined;
  return isJson(content) ? content.schema : undefined;
};

const queryOf = (operation: Json): string => {
  const parameters = listIn(operation.parameters).filter(isJson);
  const fields = parameters.flatMap(({ in: where, name, required }) =>
    where === 'query' ? [`readonly ${key(String(name))}${required === true ? '' : '?'}: string | undefined;`] : [],
  );
  return fields.length === 0 ? 'Json' : `{ ${fields.join(' ')} }`;
};

const routeOf = (path: string, operation: unknown): readonly string[] => {
  const answer = isJson(operation) ? answerOf(operation) : undefined;
  if (!isJson(operation) || answer === undefined) return [];
  return [`  readonly '${path}': { readonly query: ${queryOf(operation)}; readonly answer: ${typeOf(answer)} };`];
};

/** Lists of values that the app offers to choose from: their names, and the field that takes them. */
const lists = [['eventTypes', 'Event', 'type']] as const;

const listOf = (schemas: Json, [name, schema, field]: (typeof lists)[number]): string => {
  const { properties } = isJson(schemas[schema]) ? schemas[schema] : {};
  const { enum: values } = isJson(properties) && isJson(properties[field]) ? properties[field] : {};
  return `export const ${name}: readonly ${schema}['${field}'][] = ${JSON.stringify(listIn(values))};`;
};

/** The types that an OpenAPI document describes: one for each named schema, and what each GET route takes and answers. */
export const apiTypes = (document: unknown): string => {
  const { components, paths } = isJson(document) ? document : {};
  const schemas = isJson(components) && isJson(components.schemas) ? components.schemas : {};
  const types = Object.entries(schemas).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`);
  const routes = Object.entries(isJson(paths) ? paths : {}).flatMap(([path, methods]) =>
    routeOf(path.replace('/api/v1', ''), isJson(methods) ? methods.get : undefined),
  );
  return [
    '// Made from the OpenAPI document by `npm run docs`; not to be edited.',
    'export type Json = Readonly<Record<string, unknown>>;',
    ...types,
    ...lists.map((list) => listOf(schemas, list)),
    '/** What each GET route takes and answers. */',
    'export interface Routes {',
    ...routes,
    '}',
    '',
  ].join('\n');
};
