import type { PlacedEntry } from '../../codebook/index.ts';
import { type Attempt, type Event, type Explanation, explainDocument, plainDocument } from '../../readout/index.ts';
import { type Call, type Command, type Terminal, UsageError } from '../command.ts';
import { checkedDate } from '../dates.ts';
import { engineWith, openCodebook } from '../engine.ts';
import { enumerate, oneLine, realisWords } from '../page/words.ts';
import { placesOf } from './place-of.ts';
import { verdictWords } from './verdict-words.ts';

type PlaceOf = ReturnType<typeof placesOf>;

/** An event that was found, with what made it and what it was made of. */
interface FiredEvent {
  readonly type: string;
  readonly mode: string | null;
  readonly rule: string;
  readonly at: string;
  readonly mentions: readonly string[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly realis: Event['realis'];
  /** What decided the realis, in words. */
  readonly because: string;
  readonly time: string | null;
  readonly place: string | null;
  readonly assertedBy: readonly string[];
}

/** A pattern that shares a word with the sentence and made no event there. */
interface SilentPattern {
  readonly word: string;
  readonly rule: string;
  readonly type: string;
  readonly at: string;
  readonly why: string;
  /** Was it tried at the word, or does it only share it? */
  readonly tried: boolean;
}

interface Explained {
  readonly sentence: string;
  readonly events: readonly FiredEvent[];
  readonly others: readonly SilentPattern[];
}

const becauseOf = (event: Event, { realis, reading }: Explanation, at: PlaceOf): string => {
  const why = realis.get(event.id);
  const sentence = reading.sentences.find(({ start, end }) => start <= event.trigger.start && event.trigger.end <= end);
  const word = why?.word == null ? '' : (sentence?.tokens[why.word]?.text ?? '');
  switch (why?.by) {
    case 'entry':
      return 'the pattern says so';
    case 'word':
      return why.entry === null ? `“${word}”` : `“${word}”: ${why.entry}, ${at('realis', why.entry)}`;
    case 'ahead':
      return 'its time lies ahead';
    case 'belief':
      return 'who tells it only believes it';
    case 'refusal':
      return '“will not” is told as a refusal';
    default:
      return 'nothing says otherwise';
  }
};

const firedEvent = (event: Event, explanation: Explanation, at: PlaceOf): FiredEvent => {
  const { readout } = explanation.reading;
  const names = (ids: readonly string[]): string[] =>
    ids.map((id) => oneLine(readout.actors.find((actor) => actor.id === id)?.name ?? id));
  const tellers = readout.statements.filter(({ id }) => event.assertedBy.includes(id));
  return {
    type: event.type,
    mode: event.mode,
    rule: event.rule,
    at: at('events', event.rule),
    mentions: event.mentions.map(({ text }) => oneLine(text)),
    actors: names(event.actors),
    recipients: names(event.recipients),
    realis: event.realis,
    because: becauseOf(event, explanation, at),
    time: readout.times.find(({ id }) => id === event.time)?.value ?? null,
    place: readout.places.find(({ id }) => id === event.place)?.name ?? null,
    assertedBy: tellers.map(({ source, cue }) => oneLine(`${source?.text ?? 'somebody'} ${cue.text}`)),
  };
};

/** A pattern that holds and yet is not the rule of its event: another mention told more, or "will not" made it a refusal. */
const whySilent = ({ verdict }: Attempt, events: readonly Event[], wordAt: (word: number) => string): string => {
  if (verdict.kind !== 'holds') return verdictWords(verdict, wordAt);
  const [event] = events;
  return event === undefined ? 'holds, but is no event of its own' : `holds; the event there is told as ${event.rule}`;
};

const silentPatterns = ({ words, reading }: Explanation, at: PlaceOf): SilentPattern[] =>
  words.flatMap(({ sentence, word, attempts }) => {
    const tokens = reading.sentences[sentence]?.tokens ?? [];
    const token = tokens[word];
    const here = reading.readout.events.filter(({ mentions }) => mentions.some(({ start }) => start === token?.start));
    const wordAt = (index: number): string => oneLine(tokens[index]?.text ?? '');
    return attempts
      .filter(({ entry, verdict }) => verdict.kind !== 'holds' || here.every(({ rule }) => rule !== entry.id))
      .map((attempt) => ({
        word: wordAt(word),
        rule: attempt.entry.id,
        type: attempt.entry.type,
        at: at('events', attempt.entry.id),
        why: whySilent(attempt, here, wordAt),
        tried: attempt.verdict.kind !== 'elsewhere',
      }));
  });

const eventLines = (event: FiredEvent): string[] => [
  `${event.type}${event.mode === null ? '' : `/${event.mode}`} at ${enumerate(event.mentions.map((words) => `“${words}”`))}, by ${event.rule} (${event.at})`,
  `  actors      ${enumerate(event.actors) || 'none'}`,
  `  recipients  ${enumerate(event.recipients) || 'none'}`,
  `  realis      ${event.realis} (${realisWords[event.realis].toLowerCase()}): ${event.because}`,
  ...(event.time === null ? [] : [`  time        ${event.time}`]),
  ...(event.place === null ? [] : [`  place       ${event.place}`]),
  ...(event.assertedBy.length === 0 ? [] : [`  told by     ${enumerate(event.assertedBy)}`]),
];

const wordLines = (word: string, patterns: readonly SilentPattern[]): string[] => {
  const tried = patterns.filter((pattern) => pattern.tried);
  const others = patterns.filter((pattern) => !pattern.tried);
  return [
    `  at “${word}”`,
    ...tried.map(({ rule, at, why }) => `    ${rule} (${at}): ${why}`),
    ...(others.length === 0 ? [] : [`    not tried: ${others.map(({ rule, why }) => `${rule} (${why})`).join('; ')}`]),
  ];
};

const linesOf = ({ events, others }: Explained): string[] => [
  ...(events.length === 0 ? ['No event.'] : events.flatMap((event) => [...eventLines(event), ''])),
  ...(others.length === 0 ? ['No other pattern shares a word with it.'] : ['Patterns that share a word with it:']),
  ...[...Map.groupBy(others, ({ word }) => word)].flatMap(([word, patterns]) => wordLines(word, patterns)),
];

const explained = async (
  sentence: string,
  call: Call,
  entries: readonly PlacedEntry[],
  engine: Parameters<typeof explainDocument>[1],
): Promise<Explained> => {
  const published = checkedDate(call, 'published', 'codebook explain');
  const explanation = await explainDocument(plainDocument(sentence, published), engine, { asOf: null });
  const at = placesOf(entries);
  const { events } = explanation.reading.readout;
  return {
    sentence,
    events: events.map((event) => firedEvent(event, explanation, at)),
    others: silentPatterns(explanation, at),
  };
};

const run = async (call: Call, { out }: Terminal): Promise<number> => {
  const sentence = call.operands.join(' ').trim();
  if (sentence === '')
    throw new UsageError('readout codebook explain needs a sentence, in quotes.', 'codebook explain');
  const folder = call.value('codebook');
  const { codebook, entries } = await openCodebook({ extra: folder === null ? [] : [folder] });
  const result = await explained(sentence, call, entries, await engineWith(codebook));
  const text = call.value('format') === 'json' ? JSON.stringify(result, null, 2) : linesOf(result).join('\n').trimEnd();
  await out.write(`${text}\n`);
  return 0;
};

/** `readout codebook explain`: which patterns of events hold in a sentence, and why the others do not. */
export const explainCommand: Command = {
  name: 'codebook explain',
  operands: 'SENTENCE',
  summary: 'Show which patterns of events hold in a sentence, at which word and with whom, and why the others do not.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [
    { name: 'published', value: 'DATE', description: 'Read it as if it was published on this date (2026-03-02).' },
    { name: 'codebook', value: 'DIR', description: 'A folder of YAML files that add to the codebook or override it.' },
    { name: 'format', value: 'FORMAT', choices: ['text', 'json'], fallback: 'text', description: 'What to print.' },
  ],
  details: [
    'Each pattern that shares a word with the sentence is named with the file and line that it stands in, and with what it wanted.',
    'The reasons come from the search itself. codebook/README.md says how patterns are written.',
  ],
  run,
};
