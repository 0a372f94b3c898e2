import './style/index.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/client.ts';
import { router } from './app/router.tsx';
import { readTheme, setTheme } from './ui/theme.ts';

/** What the API refused it refuses again; only a server that does not answer is asked once more. */
const isWorthARetry = (count: number, error: Error): boolean =>
  count < 1 && error instanceof ApiError && error.status === 0;

// The server may be on this very machine: whether there is a network says nothing about it.
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: isWorthARetry, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

setTheme(readTheme());
const place = document.getElementById('app');
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
