import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readToken } from './token.ts';

/** How long news is gathered before what is shown is asked for again, in milliseconds. */
const GATHER = 800;

/** Asks again for what is shown when the ledger took something in. A stream can send no token, so with one there is none. */
export const useLive = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (readToken() !== null) return;
    const stream = new EventSource('/api/v1/stream');
    let timer: ReturnType<typeof setTimeout> | undefined;
    stream.addEventListener('entry', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void client.invalidateQueries(), GATHER);
    });
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [client]);
};
