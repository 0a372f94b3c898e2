import { type Filters, listOf } from '../records/filters.ts';

/** What a watchlist finds. */
export const kinds = ['statements', 'events', 'agenda'] as const;
export type Kind = (typeof kinds)[number];

export interface Saved {
  readonly title: string;
  readonly kind: Kind;
  readonly filter: Readonly<Record<string, unknown>>;
}

const lists = ['act', 'type', 'realis', 'actor', 'review'] as const;
const singles = ['text', 'from', 'until', 'node', 'situation'] as const;

/** Filters of an address as a saved query has them: `act=deny,accuse` → `{ act: ["deny", "accuse"] }`. */
export const toSavedFilter = (filters: Filters, kind: Kind): Readonly<Record<string, unknown>> => {
  const many = lists.flatMap((field) =>
    filters[field] === undefined ? [] : [[field, listOf(filters[field])] as const],
  );
  if (kind === 'agenda') return Object.fromEntries(many.filter(([field]) => field === 'actor' || field === 'review'));
  const one = singles.flatMap((field) => (filters[field] === undefined ? [] : [[field, filters[field]] as const]));
  const dyad = listOf(filters.dyad);
  return Object.fromEntries<unknown>([...many, ...one, ...(dyad.length === 2 ? [['dyad', dyad] as const] : [])]);
};

/** A saved filter as the fields of an address, to show what it finds. */
export const toSearch = (filter: Saved['filter']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(filter).map(([field, value]) => [field, Array.isArray(value) ? value.join(',') : String(value)]),
  );

/** A filter in words: `act: deny, accuse; text: ceasefire`; all, where there is none. */
export const filterText = (filter: Saved['filter']): string => {
  const parts = Object.entries(toSearch(filter)).map(([field, value]) => `${field}: ${value.replaceAll(',', ', ')}`);
  return parts.length === 0 ? 'everything' : parts.join('; ');
};

/** A saved query from a setting; null for what is none. */
export const toSaved = (value: unknown): Saved | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { title, kind, filter } = value as Record<string, unknown>;
  const known = kinds.find((each) => each === kind);
  if (typeof title !== 'string' || known === undefined || typeof filter !== 'object' || filter === null) return null;
  return { title, kind: known, filter: filter as Saved['filter'] };
};

/** What something is called in addresses: `Border talks (Nordhavn)` → `border-talks-nordhavn`; one that is not taken yet. */
export const slugOf = (title: string, taken: ReadonlySet<string>): string => {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
  const first = plain === '' ? 'watchlist' : plain;
  if (!taken.has(first)) return first;
  let number = 2;
  while (taken.has(`${first}-${number}`)) number += 1;
  return `${first}-${number}`;
};
