const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const opens = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
const closes = (byte: number): boolean => byte === 0x7d || byte === 0x5d;

/** A value of a stream, or what came in its place: one over the limit, or the end of the stream in the middle of one. */
export type JsonValue =
  | { readonly kind: 'value'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'cut' };

/** Follows the brackets of JSON (RFC 8259) byte by byte, outside strings. */
class Brackets {
  #depth = 0;
  #isString = false;
  #isEscaped = false;

  get depth(): number {
    return this.#depth;
  }

  /** Takes one byte; returns whether it opened or closed a bracket. */
  take(byte: number): 'open' | 'close' | null {
    if (this.#isString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) this.#isString = false;
      return null;
    }
    if (byte === QUOTE) this.#isString = true;
    if (opens(byte)) {
      this.#depth += 1;
      return 'open';
    }
    if (!closes(byte) || this.#depth === 0) return null;
    this.#depth -= 1;
    return 'close';
  }
}

/** Cuts a stream into the values that open at a level. */
class Scanner {
  readonly #brackets = new Brackets();
  readonly #level: number;
  readonly #limit: number;
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(level: number, limit: number) {
    this.#level = level;
    this.#limit = limit;
  }

  get isOpen(): boolean {
    return this.#brackets.depth > 0;
  }

  /** The values that end in a chunk. */
  scan(chunk: Uint8Array): readonly JsonValue[] {
    const values: JsonValue[] = [];
    let start = this.#brackets.depth > this.#level ? 0 : -1;
    for (let at = 0; at < chunk.length; at += 1) {
      const change = this.#brackets.take(chunk[at] ?? 0);
      if (change === 'open' && this.#brackets.depth === this.#level + 1) start = at;
      if (change !== 'close' || this.#brackets.depth !== this.#level || start < 0) continue;
      this.#keep(chunk.subarray(start, at + 1));
      values.push(this.#end());
      start = -1;
    }
    if (start >= 0) this.#keep(chunk.subarray(start));
    return values;
  }

  #keep(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length <= this.#limit) this.#parts.push(part);
    else this.#parts = [];
  }

  #end(): JsonValue {
    const value: JsonValue =
      this.#length > this.#limit ? { kind: 'too-large' } : { kind: 'value', bytes: Buffer.concat(this.#parts) };
    this.#parts = [];
    this.#length = 0;
    return value;
  }
}

/**
 * The values of a stream of JSON that open at `level`: 1 for the members of an array, 0 for values one after the other. None
 * is kept beyond `limit` bytes.
 */
export async function* jsonValues(
  chunks: AsyncIterable<Uint8Array>,
  level: 0 | 1,
  limit: number,
): AsyncGenerator<JsonValue> {
  const scanner = new Scanner(level, limit);
  for await (const chunk of chunks) yield* scanner.scan(chunk);
  if (scanner.isOpen) yield { kind: 'cut' };
}
