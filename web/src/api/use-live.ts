import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get } from './client.ts';
import { readToken } from './token.ts';

/** How long news is gathered before what is shown is asked for again, in milliseconds. */
const GATHER = 800;

/** Opens the stream of what is taken in. Returns what closes it. */
const listen = (onNews: () => void): (() => void) => {
  const stream = new EventSource('/api/v1/stream');
  let timer: ReturnType<typeof setTimeout> | undefined;
  stream.addEventListener('entry', () => {
    clearTimeout(timer);
    timer = setTimeout(onNews, GATHER);
  });
  // Whether the server is gone or only the stream broke, asking it tells.
  stream.addEventListener('error', () => void get('/last').catch(() => undefined));
  return () => {
    clearTimeout(timer);
    stream.close();
  };
};

/**
 * Asks again for what is shown when the ledger took something in. Only while the page is in sight: a browser has six connections
 * to a host, and pages that each held one would keep a seventh from loading. A stream can send no token, so with one there is none.
 */
export const useLive = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (readToken() !== null) return;
    let close: (() => void) | null = null;
    const follow = (): void => {
      close?.();
      close = document.visibilityState === 'visible' ? listen(() => void client.invalidateQueries()) : null;
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
