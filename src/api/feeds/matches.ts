import type { Filter, Ledger, NodeItem, RecordItem } from '../../service/index.ts';
import type { SavedQuery } from '../schemas/saved.ts';
import { savedQuery } from '../schemas/saved.ts';

/** An item of the agenda with the record that last told of it; null where that was rejected since. */
export type AgendaMatch = NodeItem<'agenda'> & { readonly told: RecordItem | null };

/** What a saved query finds. */
export type Match = RecordItem | AgendaMatch;

/** Settings of this kind are saved queries. */
export const QUERIES = 'query';

/** A saved query by its name; null where there is none. */
export const findQuery = async (ledger: Pick<Ledger, 'setting'>, key: string): Promise<SavedQuery | null> => {
  const found = (await ledger.setting(QUERIES)).find((setting) => setting.key === key);
  const checked = savedQuery.safeParse(found?.value);
  return checked.success ? checked.data : null;
};

type Asked = Pick<Ledger, 'statements' | 'events' | 'nodes' | 'records'>;

/** Items with the records that last told of them. */
const withTold = async (ledger: Asked, items: readonly NodeItem<'agenda'>[]): Promise<readonly AgendaMatch[]> => {
  const last = new Map(items.flatMap(({ id, summary }) => summary.steps.slice(-1).map((step) => [id, step] as const)));
  const records = await ledger.records([...last.values()]);
  const keyOf = (document: string, record: string): string => `${document} ${record}`;
  const found = new Map(records.map((record) => [keyOf(record.report.id, record.id), record]));
  return items.map((item) => {
    const step = last.get(item.id);
    const told = step === undefined ? undefined : found.get(keyOf(step.document, step.record));
    return { ...item, told: told === undefined || told.review === 'rejected' ? null : told };
  });
};

/** The newest matches of a saved query; of one report only where one is named. */
export const matchesOf = async (
  ledger: Asked,
  { kind, filter }: SavedQuery,
  limit: number,
  document?: string,
): Promise<readonly Match[]> => {
  if (kind === 'agenda') {
    const [actor] = filter.actor ?? [];
    const { items } = await ledger.nodes('agenda', {
      filter: { actor, review: filter.review, situation: filter.situation },
      limit,
    });
    const wanted = items.filter(
      ({ summary }) =>
        (filter.state === undefined || filter.state.includes(summary.state)) &&
        (document === undefined || summary.steps.some((step) => step.document === document)),
    );
    return withTold(ledger, wanted);
  }
  const { state: _, ...onRecords } = filter;
  const asked = { filter: { ...onRecords, ...(document !== undefined && { document }) } as Filter, limit };
  return (await ledger[kind](asked)).items;
};

const isRecord = (match: Match): match is RecordItem => match.kind !== 'agenda';

/** What a match is called for ever: `urn:readout:statement:<report>:<record>`, `urn:readout:agenda:<node>`. */
export const urnOf = (match: Match): string =>
  isRecord(match)
    ? `urn:readout:${match.kind}:${match.report.id}:${match.id}`
    : `urn:readout:${match.kind}:${match.id}`;

const names = (actors: readonly { readonly name: string }[]): string => actors.map(({ name }) => name).join(', ');

/** A match in one line: "Ada Berg say: that the talks will go on". */
export const titleOf = (match: Match): string => {
  if (match.kind === 'agenda') {
    const { told, actors, summary } = match;
    const what = told?.kind === 'event' ? ` – ${told.record.trigger.text}` : '';
    return `${summary.state}: ${names(actors) || 'somebody'}${what}`;
  }
  if (match.kind === 'statement') {
    const who = names(match.speakers) || (match.record.source?.text ?? 'somebody');
    return `${who} ${match.record.cue.text}: ${match.record.content.map(({ text }) => text).join(' … ')}`;
  }
  const { record, actors, recipients } = match;
  const whom = recipients.length === 0 ? '' : ` → ${names(recipients)}`;
  return `${record.type} ${record.realis}: ${names(actors) || 'somebody'}${whom} (${record.trigger.text})`;
};

/** The words that a match rests on. */
export const evidenceOf = (match: Match): string => {
  if (match.kind === 'agenda') return match.told === null ? match.summary.state : evidenceOf(match.told);
  return match.kind === 'event' ? match.sentence : match.record.content.map(({ text }) => text).join(' … ');
};

/** The report that says so, where it is one. */
export const reportOf = (match: Match): RecordItem['report'] | null =>
  (isRecord(match) ? match : match.told)?.report ?? null;
