/** What of records the address of a page can ask for: the API's own names and values. */
export const filterFields = [
  'text',
  'act',
  'type',
  'realis',
  'actor',
  'dyad',
  'from',
  'until',
  'review',
  'node',
  'situation',
  'place',
  'when_from',
  'when_until',
  'row',
] as const;

export type FilterField = (typeof filterFields)[number];
export type Filters = { readonly [F in FilterField]?: string | undefined };

/** Values with commas between them as a list. */
export const listOf = (value: string | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : value.split(',');

/** A list with one value put in or taken out: `AID,AGREE` without `AID` → `AGREE`; none left → undefined. */
export const toggled = (value: string | undefined, one: string): string | undefined => {
  const values = listOf(value);
  const next = values.includes(one) ? values.filter((each) => each !== one) : [...values, one];
  return next.length === 0 ? undefined : next.join(',');
};

/** What the API is asked: all but which row is open. */
export const toQuery = ({ row: _, ...filters }: Filters): Readonly<Record<string, string | undefined>> => filters;

/** The filters among all fields of an address, but for the row that is open and the places that are chosen on the map. */
export const filtersIn = (search: Readonly<Record<string, unknown>>): Omit<Filters, 'row' | 'place'> =>
  Object.fromEntries(
    filterFields.flatMap((field) => {
      const value = search[field];
      return field === 'row' || field === 'place' || typeof value !== 'string' ? [] : [[field, value]];
    }),
  );
