import type { ActorName, EventItem, RecordItem, ReportItem, ReportName, StatementItem } from '../../service/index.ts';
import type { Cells } from './csv.ts';

/** Lists in one cell. */
const joined = (parts: readonly string[]): string => parts.join('; ');

const names = (actors: readonly ActorName[]): string => joined(actors.map(({ id, name }) => name || id));
const ids = (actors: readonly ActorName[]): string => joined(actors.map(({ id }) => id));

const reportCells = ({ id, title, publisher, published, url }: ReportName): Cells => ({
  report: id,
  published,
  publisher,
  title,
  url,
});

const sharedCells = ({ kind, id, node, situation, report }: RecordItem): Cells => ({
  kind,
  record: id,
  node,
  situation,
  ...reportCells(report),
});

const endCells = ({ review, counts, record }: RecordItem): Cells => ({ review, ...counts, rule: record.rule });

const statementCells = (item: StatementItem): Cells => ({
  ...sharedCells(item),
  speakers: names(item.speakers),
  speaker_ids: ids(item.speakers),
  source: item.record.source?.text ?? null,
  act: item.record.act,
  attitude: item.record.attitude,
  quotation: item.record.quotation,
  cue: item.record.cue.text,
  content: item.record.content.map(({ text }) => text).join(' … '),
  addressee: item.record.addressee?.text ?? null,
  channels: joined([...new Set(item.record.channel.map(({ name }) => name))]),
  said_start: item.said?.start ?? null,
  said_end: item.said?.end ?? null,
  parent: item.record.parent,
  ...endCells(item),
});

const eventCells = (item: EventItem): Cells => ({
  ...sharedCells(item),
  type: item.record.type,
  mode: item.record.mode,
  contexts: joined(item.record.contexts),
  realis: item.record.realis,
  actors: names(item.actors),
  actor_ids: ids(item.actors),
  recipients: names(item.recipients),
  recipient_ids: ids(item.recipients),
  trigger: item.record.trigger.text,
  sentence: item.sentence,
  start: item.when?.start ?? null,
  end: item.when?.end ?? null,
  grain: item.when?.grain ?? null,
  place: item.place?.name ?? null,
  country: item.place?.country ?? null,
  latitude: item.place?.lat ?? null,
  longitude: item.place?.lon ?? null,
  asserted_by: joined(item.record.assertedBy),
  ...endCells(item),
});

/** All that a record says, in columns: those of statements and those of events. */
export const recordCells = (item: RecordItem): Cells =>
  item.kind === 'statement' ? statementCells(item) : eventCells(item);

/** A report in columns. */
export const reportItemCells = ({ id, name, added, origin, likeness, words, ...report }: ReportItem): Cells => ({
  report: id,
  name,
  title: report.title,
  url: report.url,
  publisher: report.publisher,
  agency: report.agency,
  language: report.language,
  published: report.published,
  added,
  origin,
  likeness,
  words,
});

/** A record in the few columns that statements and events have in common. */
export const shortCells = (item: RecordItem): Cells => ({
  kind: item.kind,
  record: item.id,
  node: item.node,
  ...reportCells(item.report),
  who: names(item.kind === 'statement' ? item.speakers : item.actors),
  what: item.kind === 'statement' ? item.record.act : item.record.type,
  whom: item.kind === 'statement' ? (item.record.addressee?.text ?? null) : names(item.recipients),
  realis: item.kind === 'statement' ? null : item.record.realis,
  words: item.kind === 'statement' ? item.record.content.map(({ text }) => text).join(' … ') : item.sentence,
  review: item.review,
  ...item.counts,
});

const statementColumns =
  'kind record node situation report published publisher title url speakers speaker_ids source act attitude quotation cue content addressee channels said_start said_end parent review reports publishers origins rule';
const eventColumns =
  'kind record node situation report published publisher title url type mode contexts realis actors actor_ids recipients recipient_ids trigger sentence start end grain place country latitude longitude asserted_by review reports publishers origins rule';

/** The columns of `recordCells`, known before there is a row. */
export const recordColumns = { statements: statementColumns.split(' '), events: eventColumns.split(' ') } as const;

/** The columns of `reportItemCells`. */
export const reportColumns: readonly string[] =
  'report name title url publisher agency language published added origin likeness words'.split(' ');
