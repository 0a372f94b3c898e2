import type { EventItem, Ledger, RecordItem } from '../../service/index.ts';
import { type Cameo, cameoOf } from './cameo-codes.ts';
import { type CodedEvent, codedEvents, type Sifted, type WhyLeft } from './coded-events.ts';
import { Covered } from './coverage.ts';
import { tsvLine } from './csv.ts';
import { gdeltCells, gdeltColumns } from './gdelt.ts';
import { KnownActors } from './known-actors.ts';
import { ploverScores } from './plover-scores.ts';
import { polecatCells, polecatColumns } from './polecat.ts';

type Realis = EventItem['record']['realis'];

/** What rows of other codings are made of. */
export interface Coding {
  readonly ledger: Ledger;
  readonly asOf: string | null;
  /** Records of events, whatever their realis. */
  readonly items: AsyncIterable<RecordItem>;
  /** Events that are so are wanted; null: those that happened. */
  readonly realis: readonly string[] | null;
  /** Is told of each row. */
  readonly told: () => Promise<void>;
  /** Keeps which events are no rows. */
  readonly sifted: Sifted;
}

/** Why an event is not wanted; a denied one is asked for like one that did not happen. */
const unwanted = ({ item, denied }: CodedEvent, asked: readonly string[] | null): WhyLeft | null => {
  const realis: Realis = denied ? 'negated' : item.record.realis;
  if ((asked ?? ['actual']).includes(realis)) return null;
  return denied ? 'denied' : realis;
};

/** Whether somebody who asked for events should hear that one is no row. Kinds that were not asked for are no news. */
const isNews = (why: WhyLeft | null, asked: readonly string[] | null): boolean =>
  why === null || asked === null || why === 'denied' || why === 'no code' || asked.includes(why);

/** Events in POLECAT's columns, under a line with their names. What did not happen is marked as such. */
export async function* polecatRows(coding: Coding, engine: string): AsyncGenerator<string> {
  const { ledger, asOf, items, realis, told, sifted } = coding;
  yield tsvLine(polecatColumns);
  const known = new KnownActors(ledger, asOf);
  for await (const event of codedEvents(ledger, items, asOf)) {
    const { item, denied } = event;
    const why = item.record.type in ploverScores ? unwanted(event, realis) : 'no code';
    if (!isNews(why, realis) || !sifted.take(item, why)) continue;
    await told();
    yield tsvLine(polecatCells(item, denied, await known.of(item), engine));
  }
}

/** GDELT has no place to say that something did not happen: only intents to cooperate have codes. */
const gdeltCode = ({ item, act, denied }: CodedEvent): Cameo | null =>
  denied ? null : cameoOf({ type: item.record.type, mode: item.record.mode, act, realis: item.record.realis });

const uncoded = ({ item, denied }: CodedEvent): WhyLeft => {
  if (denied) return 'denied';
  return item.record.realis === 'actual' ? 'no code' : item.record.realis;
};

/** Events in GDELT's columns, under a line with their names. */
export async function* gdeltRows(coding: Coding): AsyncGenerator<string> {
  const { ledger, asOf, items, realis, told, sifted } = coding;
  yield tsvLine(gdeltColumns);
  const known = new KnownActors(ledger, asOf);
  const covered = new Covered(ledger, asOf);
  for await (const event of codedEvents(ledger, items, asOf)) {
    const { item } = event;
    const cameo = gdeltCode(event);
    const why = unwanted(event, realis) ?? (cameo === null ? uncoded(event) : null);
    if (!isNews(why, realis) || !sifted.take(item, why) || cameo === null) continue;
    await told();
    yield tsvLine(gdeltCells(item, cameo, await known.of(item), await covered.of(item)));
  }
}
