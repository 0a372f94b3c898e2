/** A query that somebody keeps: what it is called, and what it asks for. The server checks it. */
export interface SavedQuery {
  readonly title: string;
  readonly kind: 'statements' | 'events' | 'agenda';
  readonly filter: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Fields of an address, as words. */
export type Search = Readonly<Record<string, string | undefined>>;
type Filter = SavedQuery['filter'];
export type ViewKind = SavedQuery['kind'];

/** Fields that hold one value; the others hold several with commas between them. */
const single = ['text', 'from', 'until', 'node', 'situation'] as const;
const several = ['actor', 'dyad', 'type', 'realis', 'act', 'review', 'state'] as const;

/** What is saved of an address: all that narrows it; not the moment, nor which row is open. */
export const filterOf = (search: Search): Filter => {
  const given = (field: string): string => search[field] ?? '';
  return Object.fromEntries([
    ...single.filter((field) => given(field) !== '').map((field) => [field, given(field)]),
    ...several.filter((field) => given(field) !== '').map((field) => [field, given(field).split(',')]),
  ]);
};

/** The address that a saved view is: the page by its kind, and its fields. */
export const searchOf = ({ filter }: Pick<SavedQuery, 'filter'>): Search =>
  Object.fromEntries(
    Object.entries(filter).map(([field, value]) => [field, Array.isArray(value) ? value.join(',') : String(value)]),
  );

/** What a view finds in words: `act: deny, accuse; text: ceasefire`; everything, where nothing narrows it. */
export const filterText = (view: Pick<SavedQuery, 'filter'>): string => {
  const parts = Object.entries(searchOf(view)).map(([field, value]) => `${field}: ${value?.replaceAll(',', ', ')}`);
  return parts.length === 0 ? 'everything' : parts.join('; ');
};

const MOST = 50;

/** A key for a new view by its name, unlike those that are taken: `Border & talks` → `border-talks`, then `border-talks-2`. */
export const keyFor = (title: string, taken: readonly string[]): string => {
  const plain = title.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const slug =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, MOST)
      .replace(/^-+|-+$/g, '') || 'view';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.includes(key)) return key;
  }
};
