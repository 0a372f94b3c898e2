import type { Filter, Ledger, NodeItem, Page } from '../../service/index.ts';
import { ReadoutError } from '../../text/index.ts';
import { type Call, type Option, UsageError } from '../command.ts';
import { checkedDate } from '../dates.ts';
import { oneLine } from '../page/words.ts';
import { calledSo } from './called-so.ts';
import { numberOf } from './numbers.ts';

/** Asks what was known at a moment. */
export const asOfOption: Option = {
  name: 'as-of',
  value: 'MOMENT',
  description: 'What was known then (2026-03-02, or 2026-03-02T18:00Z), whatever came later.',
};

const acts =
  'say claim accuse deny confirm warn threaten promise demand request announce ask praise criticize apologize refuse decline';
const realis = 'actual planned expected possible requested conditional negated';
const reviews = 'none accepted rejected edited';

/** Options that say which records are meant. */
export const filterOptions: readonly Option[] = [
  { name: 'actor', value: 'NAME|ID,...', description: 'With one of these actors, in any part.' },
  {
    name: 'dyad',
    value: 'NAME|ID,NAME|ID',
    description: 'Events of the first actor on the second; statements of the first about the second.',
  },
  { name: 'type', value: 'TYPE,...', description: 'Events of these types of PLOVER (CONSULT, ACCUSE ...).' },
  { name: 'realis', value: 'REALIS,...', description: `Events that are so: ${realis.replaceAll(' ', ', ')}.` },
  { name: 'act', value: 'ACT,...', description: 'Statements that do this: say, claim, accuse, deny, warn ...' },
  { name: 'channel', value: 'WORDS', description: 'Statements made through a channel with these words in its name.' },
  { name: 'country', value: 'CODE,...', description: 'Located in these countries (ISO 3166-1 alpha-3).' },
  { name: 'from', value: 'DATE', description: 'In reports published on this day or later.' },
  { name: 'until', value: 'DATE', description: 'In reports published before this day.' },
  { name: 'origins', value: 'N', description: 'Told by at least so many origins: copies of one story are one origin.' },
  { name: 'review', value: 'STATE,...', description: `Records that people left so: ${reviews.replaceAll(' ', ', ')}.` },
  { name: 'situation', value: 'ID', description: 'In reports of this situation.' },
];

const listOf = (call: Call, option: string): readonly string[] | undefined => {
  const words = (call.value(option) ?? '').split(',').map((word) => word.trim());
  const given = words.filter((word) => word !== '');
  return given.length === 0 ? undefined : given;
};

const oneOf = (call: Call, option: string, known: string, command: string): readonly string[] | undefined => {
  const given = listOf(call, option);
  const wrong = given?.find((word) => !known.split(' ').includes(word));
  if (wrong === undefined) return given;
  throw new UsageError(`--${option} knows ${known.replaceAll(' ', ', ')}, not "${wrong}".`, command);
};

const several = (name: string, found: readonly NodeItem<'actor'>[]): ReadoutError => {
  const some = found.slice(0, 5).map(({ id, name: called }) => `${oneLine(called)} (${id})`);
  const message = `Several actors could be "${oneLine(name)}": ${some.join(', ')}. Name one by its id.`;
  return new ReadoutError('ambiguous-actor', message, { name, ids: found.map(({ id }) => id) });
};

/** The actors that a name or an id means: those called so, else the only one whose name is like it. Throws `no-such-actor`, `ambiguous-actor`. */
export const actorIds = async (ledger: Ledger, name: string, asOf: string | null): Promise<readonly string[]> => {
  if (name.startsWith('actor:')) return [name];
  const { items } = await ledger.nodes('actor', { filter: { name }, asOf, limit: 20 });
  const same = calledSo(items, name);
  if (same.some((item) => item.name !== same[0]?.name)) throw several(name, same);
  if (same.length > 0) return same.map(({ id }) => id);
  const [only, other] = items;
  if (only === undefined)
    throw new ReadoutError(
      'no-such-actor',
      `Nobody in this ledger is called "${oneLine(name)}". Try: readout actors WORDS.`,
      {
        name,
      },
    );
  if (other !== undefined) throw several(name, items);
  return [only.id];
};

const actorsOf = async (ledger: Ledger, call: Call, asOf: string | null): Promise<Filter> => {
  const actors = listOf(call, 'actor');
  const dyad = listOf(call, 'dyad');
  const found = await Promise.all((actors ?? []).map((name) => actorIds(ledger, name, asOf)));
  if (dyad !== undefined && dyad.length !== 2)
    throw new UsageError('--dyad needs two actors: --dyad "Norland,Sudmark".');
  const [first, second] = await Promise.all((dyad ?? []).map((name) => actorIds(ledger, name, asOf)));
  return {
    ...(actors === undefined ? {} : { actor: found.flat() }),
    ...(first?.[0] === undefined || second?.[0] === undefined ? {} : { dyad: [first[0], second[0]] as const }),
  };
};

const textOptions = (call: Call, command: string): Filter => {
  const given = (option: string): string | undefined => call.value(option) ?? undefined;
  return {
    type: listOf(call, 'type')?.map((type) => type.toUpperCase()),
    country: listOf(call, 'country')?.map((code) => code.toUpperCase()),
    channel: given('channel'),
    situation: given('situation'),
    from: checkedDate(call, 'from', command) ?? undefined,
    until: checkedDate(call, 'until', command) ?? undefined,
  };
};

/** The filter that the options of a call make. Throws a `UsageError`, `bad-moment`, and what `actorIds` throws. */
export const filterOf = async (ledger: Ledger, call: Call, command: string): Promise<Filter> => ({
  ...textOptions(call, command),
  ...(await actorsOf(ledger, call, checkedDate(call, 'as-of', command))),
  realis: oneOf(call, 'realis', realis, command),
  act: oneOf(call, 'act', acts, command),
  review: oneOf(call, 'review', reviews, command) as Filter['review'],
  origins: numberOf(call, 'origins', command) ?? undefined,
});

/** No page that is asked for is longer. */
const PAGE = 500;

/** The items of all pages, up to a limit. */
export async function* itemsOf<T>(
  page: (request: { readonly limit: number; readonly cursor: string | null }) => Promise<Page<T>>,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<T> {
  let cursor: string | null = null;
  let left = limit;
  while (left > 0) {
    const { items, next }: Page<T> = await page({ limit: Math.min(PAGE, left), cursor });
    yield* items.slice(0, left);
    left -= items.length;
    if (next === null) return;
    cursor = next;
  }
}

/** The same as a list. */
export const listItems = async <T>(...pages: Parameters<typeof itemsOf<T>>): Promise<readonly T[]> => {
  const items: T[] = [];
  for await (const item of itemsOf(...pages)) items.push(item);
  return items;
};
