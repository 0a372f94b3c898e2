import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { get } from '../api/client.ts';

/** What the queue is narrowed by, as it stands in the address. */
export const reviewFields = ['kind', 'type', 'act', 'reason', 'document'] as const;
export type ReviewFilters = { readonly [F in (typeof reviewFields)[number]]?: string | undefined };

/** Rows that are asked for at once, and again so many where many are skipped. */
const PAGE = 60;

/** The filters in the address, and what changes some of them. */
export const useReviewFilters = () => {
  const { kind, type, act, reason, document }: ReviewFilters = useSearch({ strict: false });
  const filters = useMemo(() => ({ kind, type, act, reason, document }), [kind, type, act, reason, document]);
  const navigate = useNavigate();
  const set = (change: ReviewFilters): void =>
    void navigate({ to: '.', search: (before: ReviewFilters) => ({ ...before, ...change }), replace: true });
  return { filters, set };
};

/** Doubtful rows, those first that are most worth a look. */
export const useQueue = (filters: ReviewFilters, skipped: number) => {
  const limit = String(Math.min(500, PAGE * (1 + Math.floor((skipped * 2) / PAGE))));
  return useQuery({
    queryKey: ['/review', filters, limit],
    queryFn: ({ signal }) => get('/review', { ...filters, limit }, {}, signal),
    placeholderData: (before, query) => (query?.queryKey[1] === filters ? before : undefined),
  });
};

const beginOfToday = (): string => {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
};

/** How many rows wait, for which reasons, and how many were decided on today. */
export const useProgress = (filters: ReviewFilters) => {
  const since = beginOfToday();
  return useQuery({
    queryKey: ['/review/progress', filters, since],
    queryFn: ({ signal }) => get('/review/progress', { ...filters, since }, {}, signal),
    placeholderData: keepPreviousData,
  });
};
