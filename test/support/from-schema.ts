import fc, { type Arbitrary } from 'fast-check';

/** A JSON Schema as an OpenAPI document has it, as far as values are drawn from it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string | readonly string[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/** Words that break careless programs. */
export const hostileWords: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    "'; drop table statements; --",
    '" or 1=1 --',
    '$1',
    '%',
    '_\\',
    '../../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    'null',
    'NaN',
    '-1',
    '1e309',
    '99999999999999999999',
    '0x10',
    '9999-99-99',
    '0000-01-01',
    '2026-03-04T99:99Z',
    '\u202e\u{1f600}',
    '&'.repeat(300),
    'x'.repeat(9000),
    'eyJhIjoxfQ',
    'WzEsMl0',
    'WyJ4IiwieSJd',
    '!!! & | ( : * <->',
  ),
  fc.string({ maxLength: 40, unit: 'binary' }),
);

const hostileValue: Arbitrary<unknown> = fc.oneof(
  hostileWords,
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e300, 2 ** 53, [], {}, [[]], { a: { b: [] } }, nested(200)),
  fc.jsonValue({ maxDepth: 2 }),
);

/** What draws values by a schema. */
export interface Drawing {
  /** The schema that a reference names. */
  readonly find: (ref: string) => JsonSchema;
  /** One in so many values is drawn against the schema. */
  readonly wrong: number;
}

const objectOf = (
  { properties = {}, required = [] }: JsonSchema,
  drawing: Drawing,
  depth: number,
): Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fromSchema(one, drawing, depth + 1)])),
    { requiredKeys: [...required] },
  );

const listOf = ({ items = {}, prefixItems, minItems = 0 }: JsonSchema, drawing: Drawing, depth: number) =>
  prefixItems === undefined
    ? fc.array(fromSchema(items, drawing, depth + 1), {
        minLength: Math.min(minItems, 3),
        maxLength: Math.max(3, minItems),
      })
    : fc.tuple(...prefixItems.map((one) => fromSchema(one, drawing, depth + 1)));

const plain = (schema: JsonSchema, drawing: Drawing, depth: number): Arbitrary<unknown> => {
  const type = typeof schema.type === 'string' ? schema.type : (schema.type ?? [])[depth % (schema.type?.length ?? 1)];
  if (type === 'object') return objectOf(schema, drawing, depth);
  if (type === 'array') return listOf(schema, drawing, depth);
  if (type === 'integer' || type === 'number')
    return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 1_000_000) });
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'string')
    return fc.constantFrom(
      '2026-03-04',
      'talks',
      'NOR',
      'statement-denial',
      'border',
      'https://hook.example/a',
      'border-talks',
    );
  return hostileValue;
};

/** Values that a schema takes, or nearly so: now and then a part is what it should not be. */
export const fromSchema = (schema: JsonSchema, drawing: Drawing, depth = 0): Arbitrary<unknown> => {
  if (schema.$ref !== undefined) return fromSchema(drawing.find(schema.$ref), drawing, depth + 1);
  if (depth > 12) return fc.constant(null);
  const some = schema.anyOf ?? schema.oneOf;
  const right =
    some !== undefined
      ? fc.oneof(...some.map((one) => fromSchema(one, drawing, depth + 1)))
      : schema.enum !== undefined
        ? fc.constantFrom(...schema.enum)
        : 'const' in schema
          ? fc.constant(schema.const)
          : plain(schema, drawing, depth);
  return fc.oneof({ arbitrary: right, weight: drawing.wrong }, { arbitrary: hostileValue, weight: 1 });
};
