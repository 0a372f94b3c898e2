import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Ledger } from '../../service/index.ts';
import { Problem } from '../problem.ts';
import type { Add, Adds } from './add.ts';
import type { Hub } from './hub.ts';

/** Entries that are sent at once. */
const AT_ONCE = 200;
/** Without news for so long, in milliseconds, a comment keeps the connection open. */
const QUIET = 15_000;
/** Streams that are open at most. */
const MOST = 200;

/** What streams are made of. */
export interface StreamParts {
  readonly ledger: Pick<Ledger, 'happenings' | 'last'>;
  readonly hub: Hub;
  readonly adds: Adds | null;
}

/** News of one listener: the last step of each add, and a bell that rings when there is something. */
class Bell {
  readonly #steps = new Map<string, Add>();
  #ring: () => void = () => undefined;
  #rung = false;

  ring(): void {
    this.#rung = true;
    this.#ring();
  }

  step(add: Add): void {
    this.#steps.set(add.id, add);
    this.ring();
  }

  steps(): readonly Add[] {
    const steps = [...this.#steps.values()];
    this.#steps.clear();
    return steps;
  }

  /** Waits until it rings, at most so long; whether it rang. */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.#rung)
      await new Promise<void>((done) => {
        const timer = setTimeout(done, milliseconds);
        this.#ring = () => {
          clearTimeout(timer);
          done();
        };
      });
    const rang = this.#rung;
    this.#rung = false;
    return rang;
  }
}

let open = 0;

const send = async (stream: SSEStreamingApi, { ledger, hub }: StreamParts, bell: Bell, from: number): Promise<void> => {
  let last = from;
  while (!hub.isClosed && !stream.aborted) {
    for (const add of bell.steps()) await stream.writeSSE({ event: 'progress', data: JSON.stringify(add) });
    const news = await ledger.happenings(last, AT_ONCE);
    for (const happened of news)
      await stream.writeSSE({ id: String(happened.seq), event: 'entry', data: JSON.stringify(happened) });
    last = news.at(-1)?.seq ?? last;
    if (news.length === AT_ONCE) continue;
    if (!(await bell.wait(QUIET))) await stream.write(': still here\n\n');
  }
};

/** Where a listener left off, from the header that browsers send (`Last-Event-ID`) or the parameter; null: now. */
export const resumedFrom = (header: string | undefined, after: number | undefined): number | null => {
  if (header === undefined || header === '') return after ?? null;
  if (/^\d{1,15}$/.test(header)) return Number(header);
  throw new Problem(400, 'bad-request', 'Last-Event-ID is none that was given out.', 'Last-Event-ID');
};

/**
 * Server-sent events: `entry` for each entry that is taken in, with its number as id, and `progress` for each step of what was
 * handed in to be read (`add`: of this one only).
 */
export const openStream = async (
  context: Context,
  parts: StreamParts,
  after: number | null,
  add: string | null,
): Promise<Response> => {
  // What is asked for by HEAD has no reader, and would stay open for ever.
  if (context.req.method === 'HEAD') return new Response(null, { headers: { 'content-type': 'text/event-stream' } });
  if (open >= MOST) throw new Problem(503, 'too-busy', 'Too many listen already; try again later.');
  const from = after ?? (await parts.ledger.last());
  const bell = new Bell();
  const stops = [
    parts.hub.listen(() => bell.ring()),
    parts.adds?.listen((step) => {
      if (add === null || step.id === add) bell.step(step);
    }),
  ];
  const known = add === null ? null : (parts.adds?.find(add) ?? null);
  if (known !== null) bell.step(known);
  open += 1;
  return streamSSE(context, async (stream) => {
    stream.onAbort(() => bell.ring());
    try {
      await stream.write(': hello\n\n');
      await send(stream, parts, bell, from);
    } finally {
      open -= 1;
      for (const stop of stops) stop?.();
    }
  });
};
