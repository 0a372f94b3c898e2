const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The bytes of every letter that an encoding has in one byte or two, found by asking the decoder. */
const tableOf = (encoding: string): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  const put = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !found.has(text)) found.set(text, bytes);
  };
  for (let lead = 0; lead < 256; lead += 1) put([lead]);
  if (/jis|euc|gb|big5/.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) put([lead, trail]);
  return found;
};

/** A text in an encoding that `TextEncoder` does not write; throws where a letter has no place in it. */
export const encodeIn = (encoding: string, text: string): Uint8Array => {
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = table.get(letter);
      if (bytes === undefined) throw new Error(`${encoding} has no "${letter}"`);
      return bytes;
    }),
  );
};
