import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Answer, get } from './client.ts';
import { openStream } from './event-stream.ts';
import type { Add } from './schema.ts';

/** How long news is gathered before what is shown is asked for again, in milliseconds. */
const GATHER = 800;

/** Puts the step of something that is being read into the list of what was handed in, where that is shown. */
const showStep = (client: QueryClient, add: Add): void => {
  client.setQueryData<Answer<'/adds'>>(['/adds', {}, {}], (before) => {
    if (before === undefined) return before;
    const isKnown = before.items.some(({ id }) => id === add.id);
    const items = isKnown ? before.items.map((each) => (each.id === add.id ? add : each)) : [add, ...before.items];
    return { ...before, items };
  });
};

/** Opens the stream of what is taken in. Returns what closes it. */
const listen = (client: QueryClient): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let steps: ReturnType<typeof setTimeout> | undefined;
  const close = openStream(
    ({ event, data }) => {
      if (event === 'progress') {
        showStep(client, data as Add);
        // An answer that was on its way may be older than the step, and arrive behind it.
        clearTimeout(steps);
        steps = setTimeout(() => void client.invalidateQueries({ queryKey: ['/adds'] }), GATHER);
      }
      if (event !== 'entry') return;
      clearTimeout(timer);
      timer = setTimeout(() => void client.invalidateQueries(), GATHER);
    },
    // Whether the server is gone or only the stream broke, asking it tells.
    () => void get('/last').catch(() => undefined),
    () => void client.invalidateQueries(),
  );
  return () => {
    clearTimeout(timer);
    clearTimeout(steps);
    close();
  };
};

/**
 * Asks again for what is shown when the ledger took something in. Only while the page is in sight: a browser has six connections
 * to a host, and pages that each held one would keep a seventh from loading.
 */
export const useLive = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    let close: (() => void) | null = null;
    const follow = (): void => {
      close?.();
      close = document.visibilityState === 'visible' ? listen(client) : null;
    };
    const follows = (): void => {
      follow();
      if (document.visibilityState === 'visible') void client.invalidateQueries();
    };
    follow();
    document.addEventListener('visibilitychange', follows);
    return () => {
      document.removeEventListener('visibilitychange', follows);
      close?.();
    };
  }, [client]);
};
