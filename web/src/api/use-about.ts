import { useQuery } from '@tanstack/react-query';
import { get } from './client.ts';
import type { About } from './schema.ts';

export type Role = About['caller']['role'];

/** What callers may do, each with all that the ones before may. */
const roles: readonly Role[] = ['reader', 'analyst', 'admin'];

/** Whether somebody of a role may do what needs another. */
export const mayAs = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

/** Who the server takes the reader for, and what it can do; asked once. */
export const useAbout = () =>
  useQuery({
    queryKey: ['/about'],
    queryFn: async ({ signal }) => (await get('/about', {}, {}, signal)).item,
    staleTime: Number.POSITIVE_INFINITY,
  });
