/** A length as LZ4 continues it behind a token: the rest above fifteen, in bytes. */
const continued = (length: number): readonly number[] =>
  length < 15 ? [] : [...Array.from({ length: Math.floor((length - 15) / 255) }, () => 255), (length - 15) % 255];

/** One LZ4 block of some bytes: what stood before is named by its distance, as far as a plain search finds it. */
export const packLz4 = (bytes: Uint8Array): Uint8Array => {
  const source = Buffer.from(bytes);
  const out: number[] = [];
  let start = 0;
  for (let at = 1; at + 4 <= source.length; ) {
    const found = source.lastIndexOf(source.subarray(at, at + 4), at - 1);
    if (found < 0 || at - found > 65_535) {
      at += 1;
      continue;
    }
    let length = 4;
    while (at + length < source.length && source[found + length] === source[at + length]) length += 1;
    // The last bytes of a block are always literals.
    length = Math.min(length, source.length - at - 5);
    if (length < 4) break;
    const literals = source.subarray(start, at);
    out.push(
      (Math.min(15, literals.length) << 4) | Math.min(15, length - 4),
      ...continued(literals.length),
      ...literals,
    );
    out.push((at - found) & 255, (at - found) >> 8, ...continued(length - 4));
    at += length;
    start = at;
  }
  const rest = source.subarray(start);
  return Uint8Array.from([...out, Math.min(15, rest.length) << 4, ...continued(rest.length), ...rest]);
};

/** Some bytes as Hadoop frames LZ4: two blocks, each behind how much it holds and how long it is. */
export const packHadoop = (bytes: Uint8Array): Uint8Array => {
  const half = Math.floor(bytes.length / 2);
  const frames = [bytes.subarray(0, half), bytes.subarray(half)].map((part) => {
    const block = packLz4(part);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(part.length, 0);
    head.writeUInt32BE(block.length, 4);
    return Buffer.concat([head, block]);
  });
  return Uint8Array.from(Buffer.concat(frames));
};
