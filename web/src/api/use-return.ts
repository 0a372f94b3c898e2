import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get } from './client.ts';
import { useConnection } from './connection.ts';

/** Waits between two tries to reach the server, in milliseconds: the first is short, later ones are longer. */
const FIRST = 1000;
const LONGEST = 10_000;

/** While the server is away, tries whether it is back; when it is, everything that is shown is asked for again. */
export const useReturn = (): void => {
  const client = useQueryClient();
  const connection = useConnection();
  useEffect(() => {
    if (connection === 'here') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tryAfter = (wait: number): void => {
      timer = setTimeout(() => {
        // Whether it answers is noted where answers come in.
        get('/last').then(
          () => undefined,
          () => tryAfter(Math.min(LONGEST, wait * 1.5)),
        );
      }, wait);
    };
    tryAfter(FIRST);
    return () => {
      clearTimeout(timer);
      void client.invalidateQueries();
    };
  }, [client, connection]);
};
