import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, type Readout, readDocument } from '../src/readout/index.ts';
import type { Document } from '../src/text/index.ts';
import { Counter, type GoldEvent, type GoldReport, type GoldStatement, type Scoring } from './ledger-gold.ts';
import { scoreLinks } from './ledger-links.ts';
import { align, bagF1, isSameName, wordsOf } from './ledger-names.ts';
import { type EvalContext, type Figure, f1Figure, shareFigure, type Table } from './report.ts';

const toDocument = (report: GoldReport): Document => {
  const text = `${report.title}\n\n${report.text}`;
  const start = report.title.length + 2;
  const paragraphs = Array.from(report.text.matchAll(/[^\n]*\S[^\n]*/g), (match) => ({
    kind: 'paragraph' as const,
    span: { start: start + match.index, end: start + match.index + match[0].trimEnd().length },
  }));
  return {
    title: report.title,
    dek: null,
    byline: [],
    agency: null,
    publisher: null,
    published: report.published,
    dateline: null,
    language: 'en',
    url: report.url,
    images: [],
    related: [],
    corrections: [],
    otherTitles: [],
    sources: {},
    blocks: [{ kind: 'heading', span: { start: 0, end: report.title.length } }, ...paragraphs],
    text,
  };
};

const sameAct = (a: string, b: string): boolean => {
  const fold = (act: string): string => (act === 'request' ? 'demand' : act);
  return fold(a) === fold(b);
};

const scoreSpeakers = ({ n, say, nameOf }: Scoring, gold: GoldStatement, speakers: readonly string[]): void => {
  const names = speakers.map(nameOf);
  const right =
    names.length === gold.speakers.length &&
    gold.speakers.every((speaker) => names.some((name) => isSameName(speaker, name)));
  n.add('speaker right', right);
  if (!right) say(`speaker: [${gold.speakers.join('; ')}] got [${names.join('; ')}] | ${gold.sentence.slice(0, 90)}`);
};

const scoreStatement = (scoring: Scoring, gold: GoldStatement, found: Readout['statements'][number]): void => {
  const { n, say } = scoring;
  n.add('found speech');
  scoreSpeakers(scoring, gold, found.speakers);
  n.add('quotation right', found.quotation === gold.quotation);
  if (gold.cueCarriesAct) {
    n.add('acts');
    n.add('act right', sameAct(gold.act, found.act));
    if (!sameAct(gold.act, found.act)) say(`act: ${gold.act} got ${found.act} | ${gold.cue}`);
  }
  if (gold.channel !== null && gold.channel !== undefined && gold.channel !== '') {
    const words = new Set(wordsOf(gold.channel));
    const right = found.channel.some((channel) => wordsOf(channel.name).some((word) => words.has(word)));
    n.add('channels');
    n.add('channel right', right);
    if (!right) say(`channel: ${gold.channel} | ${gold.sentence.slice(0, 90)}`);
  }
};

const scoreStatements = (scoring: Scoring, report: GoldReport, readout: Readout): Map<number, number> => {
  const { n, say } = scoring;
  const system = readout.statements;
  const goldContents = report.statements.map((statement) => wordsOf(statement.content.join(' ')));
  const contents = system.map((statement) => wordsOf(statement.content.map((span) => span.text).join(' ')));
  const matched = align([...report.statements.keys()], [...system.keys()], (a, b) => {
    const value = bagF1(goldContents[a] ?? [], contents[b] ?? []);
    return value >= 0.5 ? value : 0;
  });
  for (const [index, gold] of report.statements.entries()) {
    if (gold.attitude) continue;
    n.add('gold speech');
    const found = system[matched.get(index) ?? -1];
    if (found === undefined) say(`missed statement: ${gold.cue} | ${gold.content[0]?.slice(0, 90)}`);
    else scoreStatement(scoring, gold, found);
  }
  const used = new Set(matched.values());
  for (const [index, statement] of system.entries()) {
    if (used.has(index) || statement.attitude) continue;
    n.add('false speech');
    say(`false statement: ${statement.cue.text} | ${contents[index]?.join(' ').slice(0, 90)} (${statement.rule})`);
  }
  return matched;
};

const STOPS = ['. ', '? ', '! ', '.” ', '." ', '\n'];

const sentenceAt = (text: string, start: number): string => {
  const from = Math.max(-1, ...STOPS.map((stop) => (start === 0 ? -1 : text.lastIndexOf(stop, start - stop.length))));
  const ends = STOPS.map((stop) => text.indexOf(stop, start)).filter((end) => end >= 0);
  return text.slice(from + 1, (ends.length === 0 ? text.length : Math.min(...ends)) + 1);
};

const eventScore = (scoring: Scoring, gold: GoldEvent, found: Readout['events'][number], text: string): number => {
  if (gold.type !== found.type) return 0;
  const actors = found.actors.map(scoring.nameOf);
  const shared = gold.actors.some((a) => actors.some((b) => isSameName(a, b)));
  if (!shared && !(gold.actors.length === 0 && actors.length === 0)) return 0;
  const near = bagF1(wordsOf(gold.sentence), wordsOf(sentenceAt(text, found.trigger.start)));
  const recipients = found.recipients.map(scoring.nameOf);
  const both = gold.recipients.length > 0 && gold.recipients.some((a) => recipients.some((b) => isSameName(a, b)));
  return near >= 0.5 || both ? near + (both ? 0.5 : 0) + 0.1 : 0;
};

const scoreEvent = (
  { n, say }: Scoring,
  gold: GoldEvent,
  found: Readout['events'][number],
  toGold: ReadonlyMap<string | undefined, string | undefined>,
  time: string | null,
): void => {
  n.add('realis right', found.realis === gold.realis);
  if (found.realis !== gold.realis) say(`realis: ${gold.realis} got ${found.realis} | ${gold.sentence.slice(0, 90)}`);
  const asserted = found.assertedBy.map((id) => toGold.get(id));
  const none = gold.assertedBy.length === 0 && found.assertedBy.length === 0;
  n.add('asserted right', none || gold.assertedBy.some((id) => asserted.includes(id)));
  if (gold.time === null || gold.time === undefined || gold.time === '') return;
  n.add('event times');
  const isTimeRight = (time ?? '').slice(0, 10) === String(gold.time).slice(0, 10);
  n.add('time right', isTimeRight);
  if (!isTimeRight) say(`time: ${gold.time} got ${time} | ${gold.trigger} | ${gold.sentence.slice(0, 240)}`);
};

const scoreEvents = (
  scoring: Scoring,
  report: GoldReport,
  readout: Readout,
  statements: Map<number, number>,
): Map<number, number> => {
  const { n, say } = scoring;
  const matched = align(report.events, readout.events, (a, b) => eventScore(scoring, a, b, readout.text));
  const times = new Map(readout.times.map((time) => [time.id, time.value]));
  const toGold = new Map([...statements].map(([g, s]) => [readout.statements[s]?.id, report.statements[g]?.id]));
  n.add('gold events', report.events.length);
  n.add('system events', readout.events.length);
  n.add('event right', matched.size);
  for (const [index, gold] of report.events.entries()) {
    const found = readout.events[matched.get(index) ?? -1];
    if (found !== undefined) scoreEvent(scoring, gold, found, toGold, times.get(found.time ?? '') ?? null);
    else
      say(
        `missed event: ${gold.type} [${gold.actors.join('; ')}] → [${gold.recipients.join('; ')}] ${gold.realis} | ${gold.trigger}`,
      );
  }
  const used = new Set(matched.values());
  for (const [index, event] of readout.events.entries()) {
    if (!used.has(index))
      say(
        `false event: ${event.type} [${event.actors.map(scoring.nameOf).join('; ')}] ${event.realis} | ${event.trigger.text} (${event.rule})`,
      );
  }
  return matched;
};

const figuresOf = (n: Counter): Figure[] => {
  const share = (id: string, label: string, right: string, all: string): Figure =>
    shareFigure(`ledger/${id}`, label, n.get(right), n.get(all));
  const speech = n.get('found speech') + n.get('false speech');
  return [
    f1Figure('ledger/statements', 'speech statements', n.get('found speech'), n.get('gold speech'), speech),
    share('speakers', '  speakers right, of those found', 'speaker right', 'found speech'),
    share('quotation', '  quotation type right', 'quotation right', 'found speech'),
    share('acts', '  act right, where the cue says it', 'act right', 'acts'),
    share('channels', '  channel right, where gold has one', 'channel right', 'channels'),
    f1Figure(
      'ledger/events',
      'events (type and an actor)',
      n.get('event right'),
      n.get('gold events'),
      n.get('system events'),
    ),
    share('realis', '  realis right, of those found', 'realis right', 'event right'),
    share('asserted', '  assertedBy right', 'asserted right', 'event right'),
    share('times', '  time right, where gold has one', 'time right', 'event times'),
    f1Figure('ledger/agenda', 'agenda', n.get('agenda right'), n.get('gold agenda'), n.get('system agenda')),
    f1Figure('ledger/disputes', 'disputes', n.get('dispute right'), n.get('gold disputes'), n.get('system disputes')),
  ];
};

/** The ledger table: speech statements, events, agenda and disputes of reports with full gold readouts. */
export const scoreLedger = async ({ gold, split, errors: wanted }: EvalContext, engine: Engine): Promise<Table[]> => {
  const folder = join(gold, split === 'test' ? 'ledger-test' : 'ledger');
  if (!existsSync(folder)) return [];
  const n = new Counter();
  const errors: string[] = [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  for (const name of files) {
    const report = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldReport;
    const { readout } = await readDocument(toDocument(report), engine, { asOf: null });
    const names = new Map(readout.actors.map((actor) => [actor.id, actor.name]));
    const scoring: Scoring = {
      n,
      say: (error) => void errors.push(`${report.id} ${error}`),
      nameOf: (id) => names.get(id) ?? id,
    };
    const statements = scoreStatements(scoring, report, readout);
    const events = scoreEvents(scoring, report, readout, statements);
    scoreLinks(scoring, report, readout, statements, events);
  }
  const title = `${files.length} reports with full gold readouts`;
  return [{ task: 'ledger', title, figures: figuresOf(n), errors: wanted ? errors : [] }];
};
