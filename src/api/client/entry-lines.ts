import type { Entry } from '../../service/index.ts';

/** The entries of a backup as it comes, a line each. */
export async function* entriesIn(body: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Entry;
  }
  if (rest !== '') yield JSON.parse(rest) as Entry;
}

/** Entries as lines; `progress` is told of each that is sent. */
export const toLines = (entries: AsyncIterable<Entry>, progress: (seq: number) => void): ReadableStream<Uint8Array> => {
  const iterator = entries[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done === true) return controller.close();
      controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      progress(value.seq);
    },
  });
};
