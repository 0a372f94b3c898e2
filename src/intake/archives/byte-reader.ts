const LF = 10;

/** Reads a stream of bytes by lines and lengths, holding no more of it than was asked for; `unread` gives bytes back. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);
  #isOver = false;
  #offset = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** How many bytes have been read and not given back. */
  get offset(): number {
    return this.#offset;
  }

  /** Whether nothing is left to read. */
  async isAtEnd(): Promise<boolean> {
    return (await this.#fill()) === false;
  }

  /** Has at least one byte at hand; false at the end. */
  async #fill(): Promise<boolean> {
    while (this.#rest.length === 0 && !this.#isOver) {
      const { done, value } = await this.#chunks.next();
      if (done === true) this.#isOver = true;
      else this.#rest = Buffer.from(value.buffer, value.byteOffset, value.length);
    }
    return this.#rest.length > 0;
  }

  #cut(length: number): Buffer {
    const bytes = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    this.#offset += bytes.length;
    return bytes;
  }

  /** Up to `most` bytes, as many as are at hand; null at the end. */
  async some(most: number): Promise<Buffer | null> {
    return (await this.#fill()) ? this.#cut(most) : null;
  }

  /** The next `length` bytes; fewer only at the end. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = length; missing > 0; ) {
      const part = await this.some(missing);
      if (part === null) break;
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  /** Passes over `length` bytes; returns how many there were. */
  async skip(length: number): Promise<number> {
    let passed = 0;
    while (passed < length) {
      const part = await this.some(length - passed);
      if (part === null) break;
      passed += part.length;
    }
    return passed;
  }

  /** The next line with its end, cut at `most` bytes; null at the end. */
  async line(most: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    let length = 0;
    while (length < most && (await this.#fill())) {
      const at = this.#rest.subarray(0, most - length).indexOf(LF);
      const part = this.#cut(at < 0 ? most - length : at + 1);
      parts.push(part);
      length += part.length;
      if (at >= 0) break;
    }
    return length === 0 ? null : Buffer.concat(parts);
  }

  /** Gives bytes back, to be read again. */
  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#offset -= bytes.length;
    const { buffer, byteOffset, length } = bytes;
    // What was just cut off lies before the rest still: most often nothing need be copied.
    const isBefore = buffer === this.#rest.buffer && byteOffset + length === this.#rest.byteOffset;
    if (this.#rest.length > 0 && !isBefore) this.#rest = Buffer.concat([bytes, this.#rest]);
    else this.#rest = Buffer.from(buffer, byteOffset, length + this.#rest.length);
  }
}
