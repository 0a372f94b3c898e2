import type { ActorName, EventItem, RecordItem, ReportName, StatementItem } from '../../service/index.ts';
import { sayTime } from '../page/when.ts';
import { actWords, count, enumerate, oneLine, squeeze } from '../page/words.ts';
import type { Entry, Quote } from './sheet.ts';

/** "3 reports · 2 publishers · 1 origin"; houses that no report names are not counted. */
export const countsWords = (counts: { reports: number; publishers: number; origins: number }): string =>
  [
    count(counts.reports, 'report'),
    ...(counts.publishers === 0 ? [] : [count(counts.publishers, 'publisher')]),
    ...(counts.origins === 0 ? [] : [count(counts.origins, 'origin')]),
  ].join(' · ');

/** Names of actors, or what stands for them where the report names nobody. */
export const namesOf = (actors: readonly ActorName[], nobody: string): string =>
  actors.length === 0 ? nobody : enumerate(actors.map(({ id, name }) => oneLine(name) || id));

/** A day or a moment: `2026-03-04T10:00:00Z` → `Wed 2026-03-04`. */
export const dayOf = (moment: string | null): string => (moment === null ? 'no date' : sayTime(moment.slice(0, 10)));

const DAY = 86_400_000;

/** A half-open stretch as people say it: a day, a moment, a span of days. */
export const stretchWords = (
  when: { readonly start: string | null; readonly end: string | null; readonly grain: string | null } | null,
): string | null => {
  if (when === null || when.start === null) return null;
  const { start, end, grain } = when;
  if (end === null || end === start) return sayTime(start.length > 10 ? `${start.slice(0, 16)}Z` : start);
  const last = new Date(Date.parse(end) - DAY).toISOString().slice(0, 10);
  const first = start.slice(0, 10);
  if (last <= first) return sayTime(first);
  if (grain === 'month' && last.slice(0, 7) === first.slice(0, 7)) return first.slice(0, 7);
  if (grain === 'year' && last.slice(0, 4) === first.slice(0, 4)) return first.slice(0, 4);
  return `${sayTime(first)} – ${sayTime(last)}`;
};

/** Letters of a report's id that are enough to name it. */
const SHORT = 12;

/** How a record is called in commands: `9f3c2a11d0aa/statement-ab12cd34ef56`. */
export const refOf = ({ report, id }: { readonly report: { readonly id: string }; readonly id: string }): string =>
  `${report.id.slice(0, SHORT)}/${id}`;

/** Who printed a report, under which headline, when. */
export const reportWords = ({ title, publisher, published }: ReportName): string =>
  [publisher ?? '', title ?? '', published?.slice(0, 10) ?? ''].flatMap((part) => oneLine(part) || []).join(', ');

/** The longest quotation that a list shows, in characters. */
const LONGEST = 400;

const cut = (words: string, most = LONGEST): string =>
  words.length > most ? `${words.slice(0, most).replace(/\s+\S*$/, '')} …` : words;

const statementQuote = (item: StatementItem): Quote => {
  const words = item.record.content.map(({ text }) => oneLine(text)).join(' … ') || oneLine(item.record.cue.text);
  return { before: '', words: cut(words), after: '', source: [reportWords(item.report), refOf(item)] };
};

const eventQuote = (item: EventItem): Quote => {
  const [sentence, trigger] = [squeeze(item.sentence).trim(), oneLine(item.record.trigger.text)];
  const at = sentence.indexOf(trigger);
  const source = [reportWords(item.report), refOf(item)];
  if (at < 0 || trigger === '') return { before: '', words: cut(sentence) || trigger, after: '', source };
  const after = sentence.slice(at + trigger.length);
  return { before: sentence.slice(0, at), words: trigger, after: cut(after), source };
};

/** The words that a record rests on. */
export const quoteOf = (item: RecordItem): Quote =>
  item.kind === 'statement' ? statementQuote(item) : eventQuote(item);

const reviewed = ({ review }: RecordItem): readonly string[] => (review === 'none' ? [] : [review]);

const statementTitle = ({ speakers, record }: StatementItem): string =>
  namesOf(speakers, record.source === null ? 'somebody unnamed' : `“${oneLine(record.source.text)}”`);

/** "Norland → Sudmark". */
export const partiesOf = ({ actors, recipients }: Pick<EventItem, 'actors' | 'recipients'>): string =>
  [namesOf(actors, 'somebody'), ...(recipients.length === 0 ? [] : [namesOf(recipients, '')])].join(' → ');

const onlyMany = (item: RecordItem): readonly string[] => (item.counts.reports > 1 ? [countsWords(item.counts)] : []);

const statementEntry = (item: StatementItem): Entry => {
  const { record, said } = item;
  const when = stretchWords(said === null ? null : { ...said, grain: null });
  return {
    lead: dayOf(item.report.published),
    title: statementTitle(item),
    label: record.attitude ? oneLine(record.cue.text).toLowerCase() : actWords[record.act],
    notes: [
      ...(record.addressee === null ? [] : [`to ${oneLine(record.addressee.text)}`]),
      ...new Set(record.channel.map(({ name }) => `through ${oneLine(name)}`)),
      ...(when === null ? [] : [when]),
      ...onlyMany(item),
      ...reviewed(item),
    ],
    quotes: [quoteOf(item)],
  };
};

const eventEntry = (item: EventItem): Entry => {
  const { record, when, place } = item;
  const words = stretchWords(when);
  return {
    lead: dayOf(item.report.published),
    title: partiesOf(item),
    label: record.mode === null ? record.type : `${record.type}/${record.mode}`,
    notes: [
      record.realis,
      ...(words === null ? [] : [words]),
      ...(place === null ? [] : [oneLine(place.name)]),
      ...(record.assertedBy.length > 0 ? ['as somebody says'] : []),
      ...onlyMany(item),
      ...reviewed(item),
    ],
    quotes: [quoteOf(item)],
  };
};

/** A record as a row of a list. */
export const recordEntry = (item: RecordItem): Entry =>
  item.kind === 'statement' ? statementEntry(item) : eventEntry(item);
