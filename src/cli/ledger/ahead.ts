/**
 * The items of a source in their order, while up to `most` are fetched ahead of whoever uses them: what makes the next item
 * and what is done with this one go on at the same time.
 */
export async function* ahead<T>(source: AsyncIterable<T>, most: number): AsyncGenerator<T> {
  const items = source[Symbol.asyncIterator]();
  const waiting: Promise<IteratorResult<T>>[] = [];
  const ask = (): void => {
    const next = items.next();
    // It is told where it is awaited; until then it must not count as unhandled.
    next.catch(() => {});
    waiting.push(next);
  };
  try {
    for (let number = 0; number < most; number += 1) ask();
    while (true) {
      const result = await waiting.shift();
      if (result === undefined || result.done === true) return;
      ask();
      yield result.value;
    }
  } finally {
    await Promise.allSettled(waiting);
    await items.return?.();
  }
}
