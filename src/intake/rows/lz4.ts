/** Writes what an LZ4 block holds into `out` from `at`, and returns where it ends there; throws where the block is damaged. */
const unpackBlock = (block: Uint8Array, out: Uint8Array, at: number): number => {
  let from = 0;
  let to = at;
  const byte = (): number => {
    const value = block[from];
    if (value === undefined) throw new Error('an LZ4 block is cut');
    from += 1;
    return value;
  };
  /** Fifteen is continued by bytes, up to one that is not full. */
  const length = (short: number): number => {
    let sum = short;
    if (short === 15)
      for (let more = 255; more === 255; sum += more) {
        more = byte();
      }
    return sum;
  };
  const room = (count: number): number => {
    if (to + count > out.length) throw new Error('an LZ4 block holds more than it says');
    return count;
  };
  while (from < block.length) {
    const token = byte();
    const literals = room(length(token >> 4));
    if (from + literals > block.length) throw new Error('an LZ4 block is cut');
    out.set(block.subarray(from, from + literals), to);
    from += literals;
    to += literals;
    // The last sequence is literals alone.
    if (from === block.length) break;
    const back = byte() + byte() * 256;
    if (back === 0 || back > to - at) throw new Error('an LZ4 block points before its start');
    const copied = room(length(token & 15) + 4);
    // A copy may reach into itself, so that a few letters repeat.
    for (let index = 0; index < copied; index += 1, to += 1) out[to] = out[to - back] ?? 0;
  }
  return to;
};

const complete = (out: Uint8Array, end: number): Uint8Array => {
  if (end !== out.length) throw new Error('an LZ4 block holds less than it says');
  return out;
};

/** The bytes that one LZ4 block holds (LZ4 block format, as Parquet's LZ4_RAW has it); `size` is how many they are. Throws where it is damaged. */
export const lz4Block = (block: Uint8Array, size: number): Uint8Array => {
  const out = new Uint8Array(size);
  return complete(out, unpackBlock(block, out, 0));
};

/** In bytes: how much a frame of Hadoop holds and how long its block is, in front of each block. */
const FRAME_HEAD = 8;

/** The blocks in frames of Hadoop; null if the bytes are not framed so. */
const hadoopBlocks = (bytes: Uint8Array, size: number): readonly Uint8Array[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blocks: Uint8Array[] = [];
  let held = 0;
  for (let at = 0; at < bytes.length; ) {
    if (at + FRAME_HEAD > bytes.length) return null;
    held += view.getUint32(at);
    const end = at + FRAME_HEAD + view.getUint32(at + 4);
    if (end > bytes.length || held > size) return null;
    blocks.push(bytes.subarray(at + FRAME_HEAD, end));
    at = end;
  }
  return held === size ? blocks : null;
};

/** As `lz4Block`, of what older Parquet calls LZ4: blocks in frames of Hadoop, or one block without. */
export const lz4Frames = (bytes: Uint8Array, size: number): Uint8Array => {
  const blocks = hadoopBlocks(bytes, size);
  if (blocks === null) return lz4Block(bytes, size);
  const out = new Uint8Array(size);
  return complete(
    out,
    blocks.reduce((at, block) => unpackBlock(block, out, at), 0),
  );
};
