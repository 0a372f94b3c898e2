import { setTimeout as delay } from 'node:timers/promises';
import type { Happened } from '../../service/index.ts';
import { ask, type Server } from './ask.ts';

/** Before it is tried again where the connection broke, in milliseconds. */
const AGAIN = 2000;

/** The data of events of one name, as a stream of server-sent events has them (WHATWG HTML, 9.2). */
export async function* eventsIn(body: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      const field = (key: string) =>
        lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
      if (field('event')[0] === name) yield field('data').join('\n');
    }
  }
}

/** Calls back after each entry that a server takes in, through broken connections, until the function that it returns is called. */
export const listenTo = (server: Server, heard: (happened: Happened) => void): (() => void) => {
  const ended = new AbortController();
  const { signal } = ended;
  let last: number | null = null;
  const hear = async (): Promise<void> => {
    const headers = last === null ? {} : { 'last-event-id': String(last) };
    const response = await ask(server, '/stream', { signal, headers });
    if (response.body === null) return;
    for await (const data of eventsIn(response.body, 'entry')) {
      const happened = JSON.parse(data) as Happened;
      last = happened.seq;
      heard(happened);
    }
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await hear().catch(() => undefined);
      if (!signal.aborted) await delay(AGAIN, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  void run();
  return () => ended.abort();
};
