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
