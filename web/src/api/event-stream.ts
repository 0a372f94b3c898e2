import { readToken } from './token.ts';

/** One event of a stream: what it is called, and what it tells. */
export interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
  readonly id: string | null;
}

/** How long after a connection that ended the next one is tried, in milliseconds. */
const AGAIN = 3000;

/** An event from its lines (`event: entry`, `data: {…}`); null for a comment. */
export const toEvent = (block: string): StreamEvent | null => {
  const fields = new Map(
    block.split('\n').flatMap((line): [string, string][] => {
      const at = line.indexOf(': ');
      return at < 1 ? [] : [[line.slice(0, at), line.slice(at + 2)]];
    }),
  );
  const [event, data] = [fields.get('event'), fields.get('data')];
  if (event === undefined || data === undefined) return null;
  return { event, data: JSON.parse(data) as unknown, id: fields.get('id') ?? null };
};

/** The events of a stream as they come. */
async function* eventsIn(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<StreamEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const blocks = `${rest}${piece.value}`.split('\n\n');
    rest = blocks.pop() ?? '';
    yield* blocks.map(toEvent).filter((event) => event !== null);
  }
}

const headersOf = (last: string | null): Record<string, string> => {
  const token = readToken();
  return {
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(last !== null && { 'last-event-id': last }),
  };
};

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Listens to the server's stream, and comes back where it breaks off, which `broken` is told. `isBack`: it listens
 * again, and may have missed steps of what is being read, or, where no token was there before, everything. A browser's own EventSource would do, but can send no token.
 *
 * @returns What ends it.
 */
export const openStream = (
  heard: (event: StreamEvent) => void,
  broken: () => void,
  isBack: () => void,
): (() => void) => {
  const end = new AbortController();
  let last: string | null = null;
  let isAgain = false;
  const listen = async (): Promise<void> => {
    const { body, ok } = await fetch('/api/v1/stream', { headers: headersOf(last), signal: end.signal });
    if (!ok || body === null) return;
    if (isAgain) isBack();
    for await (const event of eventsIn(body)) {
      last = event.id ?? last;
      heard(event);
    }
  };
  const run = async (): Promise<void> => {
    while (!end.signal.aborted) {
      await listen().catch(() => undefined);
      if (end.signal.aborted) return;
      isAgain = true;
      broken();
      await wait(AGAIN);
    }
  };
  void run();
  return () => end.abort();
};
