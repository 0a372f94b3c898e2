import type { Ledger, RecordItem } from '../../service/index.ts';
import { ReadoutError } from '../../text/index.ts';
import { UsageError } from '../command.ts';
import { oneLine } from '../page/words.ts';
import { actorIds } from './asked.ts';

/** What a word such as "act=deny" sets. */
export interface Setting {
  readonly field: string;
  readonly value: string;
}

/** Reads "FIELD=VALUE" words; throws a `UsageError`. */
export const settingsOf = (words: readonly string[]): readonly Setting[] =>
  words.map((word) => {
    const at = word.indexOf('=');
    if (at < 1) throw new UsageError(`An edit needs FIELD=VALUE, such as act=deny, not "${word}".`, 'correct edit');
    return { field: word.slice(0, at).trim(), value: word.slice(at + 1).trim() };
  });

const actorFields = new Set(['speakers', 'actors', 'recipients']);
const spanFields = new Set(['source', 'cue', 'addressee', 'trigger']);

interface Offsets {
  readonly start: number;
  readonly end: number;
}

const wordsMissing = (field: string, words: string, places: number): ReadoutError => {
  const what = places === 0 ? 'are not in the report' : `are in the report ${places} times`;
  const message = `${field}: the words "${oneLine(words)}" ${what}. Give more of them, or their offsets (120-140).`;
  return new ReadoutError('bad-correction', message, { field, words });
};

/** All places of some words in a text. */
const placesOf = (text: string, words: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
};

/** Where words stand in a report: given by offsets, or by themselves; of several places the one in the record's own sentence. */
const spanOf = (field: string, value: string, text: string, near: Offsets): Offsets => {
  const offsets = /^(\d+)-(\d+)$/.exec(value);
  if (offsets !== null) return { start: Number(offsets[1]), end: Number(offsets[2]) };
  const places = placesOf(text, value);
  const nearby = places.filter((start) => Math.abs(start - near.start) < NEAR);
  const [only, other] = nearby.length > 0 ? nearby : places;
  if (only === undefined || other !== undefined) throw wordsMissing(field, value, places.length);
  return { start: only, end: only + value.length };
};

/** Words this near belong to the record, in characters. */
const NEAR = 400;

/** The actors that names mean, by commas; none where nothing stands there. */
const actorsNamed = async (ledger: Ledger, value: string): Promise<readonly string[]> => {
  const names = value.split(',').flatMap((name) => name.trim() || []);
  return (await Promise.all(names.map((name) => actorIds(ledger, name, null)))).flat();
};

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false };

/** What a word stands for, where its field is neither of actors nor of words of the report. */
const plainValue = (field: string, value: string): unknown => {
  if (field === 'contexts') return value.split(',').filter((word) => word !== '');
  if (field === 'attitude') return booleans[value] ?? value;
  return value === '' ? null : value;
};

/** What the settings make of a record: words become places in its report's text, names the actors of the ledger. */
export const recordEdit = async (
  ledger: Ledger,
  item: RecordItem,
  settings: readonly Setting[],
): Promise<Readonly<Record<string, unknown>>> => {
  const text = (await ledger.report(item.report.id))?.readout.text ?? '';
  const near = item.kind === 'statement' ? item.record.cue : item.record.trigger;
  const read = async ({ field, value }: Setting): Promise<unknown> => {
    if (actorFields.has(field)) return actorsNamed(ledger, value);
    if (field === 'content') return value.split(' … ').map((words) => spanOf(field, words, text, near));
    if (spanFields.has(field) && value !== '') return spanOf(field, value, text, near);
    return plainValue(field, value);
  };
  const change: Record<string, unknown> = {};
  for (const setting of settings) change[setting.field] = await read(setting);
  return change;
};

/** What the settings make of a node. */
export const nodeChange = (settings: readonly Setting[]): Readonly<Record<string, string>> =>
  Object.fromEntries(settings.map(({ field, value }) => [field, value]));
