import type { ParsedSentence } from '../../reading/index.ts';
import type { Grammar } from './grammar.ts';
import { isInsideName, isTitle } from './inside-name.ts';
import { readers } from './readers.ts';
import type { TimeContext, TimeReading } from './reading.ts';

/** A time expression in a sentence: offsets into the sentence's text, its rule and what it was read as. */
export interface FoundTime {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly reading: TimeReading;
}

/** Words that fit a rule, not yet read. */
interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly order: number;
  readonly rule: string;
  readonly read: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

const groupsOf = (match: RegExpExecArray): Record<string, string | undefined> => {
  const groups: Record<string, string | undefined> = {};
  for (const [name, words] of Object.entries(match.groups ?? {})) {
    const base = name.replace(/_\d+$/, '');
    groups[base] ??= words;
  }
  return groups;
};

const startsWithCapital = (words: string): boolean => /^\p{Lu}/u.test(words);

const keepsCapitals = (grammar: Grammar, groups: Readonly<Record<string, string | undefined>>): boolean =>
  Object.entries(groups).every(
    ([name, words]) => words === undefined || !grammar.isCapital(name, words) || startsWithCapital(words),
  );

const candidatesOf = (grammar: Grammar, text: string): Candidate[] => {
  const found: Candidate[] = [];
  for (const rule of grammar.rulesFor(text)) {
    for (const match of text.matchAll(rule.pattern)) {
      const groups = groupsOf(match);
      const end = match.index + match[0].trimEnd().length;
      if (end > match.index && keepsCapitals(grammar, groups))
        found.push({ start: match.index, end, order: rule.order, rule: rule.id, read: rule.read, groups });
    }
  }
  return found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.order - b.order || a.start - b.start);
};

/**
 * Where the phrase of a time begins: with the clock time or the length beside it, so that "until" is seen in "until 9 a.m.
 * Tuesday" and "before" in "a week before May 1" is not.
 */
const phraseStart = (grammar: Grammar, text: string, last: Candidate | undefined, { start }: Candidate): number => {
  if (last === undefined) return start;
  const gap = text.slice(last.end, start);
  const isClock = last.read === 'clock' && grammar.fits('atDay', gap);
  const isLength = last.read === 'duration' && grammar.words('offsetWord').has(gap.trim().toLowerCase());
  return isClock || isLength ? last.start : start;
};

/**
 * The times of one sentence in text order: the longest match wins, then the rule that stands first in the codebook.
 * `note` is told of each as it is read, so that "a day later" can count from it.
 */
export const matchRules = (
  grammar: Grammar,
  sentence: ParsedSentence,
  text: string,
  contextAt: (start: number, end: number) => Omit<TimeContext, 'groups' | 'words' | 'before' | 'after' | 'grammar'>,
  note: (found: FoundTime) => void,
): FoundTime[] => {
  const read = ({ start, end, rule, read: reader, groups }: Candidate, from = start): FoundTime | undefined => {
    const words = { words: text.slice(start, end), before: text.slice(0, from), after: text.slice(end) };
    const reading = readers[reader]?.({ ...contextAt(start, end), grammar, groups, ...words });
    return reading === undefined ? undefined : { start, end, rule, reading };
  };
  const chosen: Candidate[] = [];
  for (const candidate of candidatesOf(grammar, text)) {
    const isFree = chosen.every(({ start, end }) => candidate.end <= start || end <= candidate.start);
    if (!isFree || isInsideName(sentence, candidate.start, candidate.end) || isTitle(text, candidate)) continue;
    if (read(candidate) !== undefined) chosen.push(candidate);
  }
  return chosen
    .sort((a, b) => a.start - b.start)
    .flatMap((candidate, index, all) => {
      const found = read(candidate, phraseStart(grammar, text, all[index - 1], candidate));
      if (found !== undefined) note(found);
      return found ?? [];
    });
};
