/** A field of a message in protobuf's wire format: its number, and where in the bytes its value lies. */
export interface Field {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** How values are written: a number of seven bits a byte, eight bytes, so many bytes as said before them, four bytes. */
const VARINT = 0;
const EIGHT_BYTES = 1;
const COUNTED = 2;
const FOUR_BYTES = 5;
const KINDS = 8;
const CONTINUES = 0x80;

const varintAt = (bytes: Uint8Array, at: number): readonly [value: number, end: number] => {
  let value = 0;
  let end = at;
  for (let scale = 1; end < bytes.length; scale *= CONTINUES) {
    const byte = bytes[end] ?? 0;
    end += 1;
    value += (byte % CONTINUES) * scale;
    if (byte < CONTINUES) break;
  }
  return [value, end];
};

/** Where a value of a kind lies that begins at `at`; a kind we do not know reaches to the end. */
const valueAt = (bytes: Uint8Array, kind: number, at: number): readonly [start: number, end: number] => {
  if (kind === VARINT) return [at, varintAt(bytes, at)[1]];
  if (kind === EIGHT_BYTES) return [at, at + 8];
  if (kind === FOUR_BYTES) return [at, at + 4];
  if (kind !== COUNTED) return [at, bytes.length];
  const [length, start] = varintAt(bytes, at);
  return [start, start + length];
};

/** The fields of a message, in order: that which lies in a part of the bytes, or all of them. */
export const fieldsIn = (
  bytes: Uint8Array,
  { start, end }: Omit<Field, 'number'> = { start: 0, end: bytes.length },
): Field[] => {
  const fields: Field[] = [];
  for (let at = start; at < end; ) {
    const [tag, from] = varintAt(bytes, at);
    const [first, last] = valueAt(bytes, tag % KINDS, from);
    fields.push({ number: Math.floor(tag / KINDS), start: first, end: last });
    at = last;
  }
  return fields;
};

const varint = (value: number): number[] =>
  value < CONTINUES ? [value] : [(value % CONTINUES) + CONTINUES, ...varint(Math.floor(value / CONTINUES))];

/** A message of fields: numbers that are whole and not below zero, texts, or bytes, such as other messages. */
export const messageOf = (
  ...fields: readonly (readonly [number: number, value: number | string | Uint8Array])[]
): Uint8Array =>
  Uint8Array.from(
    fields.flatMap(([number, value]) => {
      if (typeof value === 'number') return [...varint(number * KINDS + VARINT), ...varint(value)];
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
      return [...varint(number * KINDS + COUNTED), ...varint(bytes.length), ...bytes];
    }),
  );
