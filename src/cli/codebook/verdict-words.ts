import type { RoleCondition } from '../../codebook/index.ts';
import type { Attempt } from '../../readout/index.ts';
import { count, enumerate } from '../page/words.ts';

/** No list of words is told longer. */
const MOST = 6;

const quoted = (words: readonly string[]): string => enumerate(words.map((word) => `“${word}”`));

const CONDITIONS: Readonly<Record<string, string>> = {
  actor: 'a party',
  named: 'a party named there',
  person: 'a person',
  place: 'a place',
  present: 'something',
  absent: 'nothing',
};

const saidCondition = (condition: RoleCondition): string => {
  if (typeof condition === 'string') return CONDITIONS[condition] ?? condition;
  const rest = condition.length - MOST;
  return `one of ${condition.slice(0, MOST).join(', ')}${rest > 0 ? ` or ${count(rest, 'more word')}` : ''}`;
};

const standing = (words: readonly string[]): string =>
  words.length === 0 ? 'nothing stands there' : `there stands ${quoted(words)}`;

/** What became of a pattern at a word, in words; `wordAt` gives the words of its sentence. */
export const verdictWords = (verdict: Attempt['verdict'], wordAt: (word: number) => string): string => {
  switch (verdict.kind) {
    case 'holds':
      return 'holds';
    case 'where-fails':
      return `wants as ${verdict.role} ${saidCondition(verdict.condition)}; ${standing(verdict.words.map(wordAt))}`;
    case 'barred':
      return `barred by its ${verdict.role} (${saidCondition(verdict.condition)}); ${standing(verdict.words.map(wordAt))}`;
    case 'needs':
      return `needs ${enumerate(verdict.parties)}, and the sentence names no party there`;
    case 'thing':
      return 'its subject is a thing, which acts for nobody';
    case 'describes':
      return 'the word only describes the noun behind it';
    case 'worse':
      return `${verdict.than} holds too and says more of the word`;
    case 'turned':
      return `something hostile is promised, so that it counts as ${verdict.into}`;
    case 'part':
      return `the word is part of what ${verdict.of} names`;
    case 'idle':
      return 'holds, but tells of nothing done: it is said in general, supposed of nobody, only to be prevented, or their own affair';
    case 'judged':
      return 'the words judge a meeting rather than tell it';
    case 'nobody':
      return 'holds, but neither who nor whom is known';
    case 'elsewhere':
      return `wants the ${verdict.part} “${verdict.phrase}”`;
  }
};
