import type { CalendarEntry } from '../../codebook/index.ts';

/**
 * What a text must hold for a pattern to fit: a word of one of these classes, letters as they stand (`"eve`), or a digit (`0`);
 * null where that cannot be told. Nearly all sentences lack what nearly all rules need, and seeing that is far cheaper than
 * searching for the rule.
 */
export type Needs = ReadonlySet<string> | null;

const DIGIT = '0';
const AS_IT_STANDS = '"';

type Classes = ReadonlyMap<string, CalendarEntry>;

const DEEPEST = 5;

/** A mark of a pattern: a class, a bracket, an escape, a set of letters, a bar, or a letter; with how often it may stand there. */
const MARK =
  /(?:\{(?<name>[A-Za-z]+)\}|(?<open>\((?:\?(?:<[A-Za-z]\w*>|<?[=!]|:))?)|(?<close>\))|(?<bar>\|)|(?<letters>\[(?:\\.|[^\]])*\]|\\.)|(?<word>[A-Za-z]+(?![?*{]))|[\s\S])(?<times>[?*+]\??|\{\d+(?:,\d*)?\}\??)?/g;
const MAY_LACK = /^(?:[?*]|\{0)/;
const IS_DIGIT = /^(?:\\d|\[(?:\\d|\d|-)+\])$/;

const DIGITS: Needs = new Set([DIGIT]);

const SHORT = 4;
const COMMON = 20;

/** How many texts hold one of these, roughly: short letters ("the") and digits stand in many. */
const commonness = (needs: ReadonlySet<string>): number =>
  [...needs].reduce((sum, need) => sum + (need === DIGIT || need.length <= SHORT ? COMMON : 1), 0);

const rarer = (one: Needs, other: Needs): Needs => {
  if (one === null || other === null) return one ?? other;
  return commonness(one) <= commonness(other) ? one : other;
};

const either = (branches: readonly Needs[]): Needs =>
  branches.reduce<Needs>((all, needs) => (all === null || needs === null ? null : all.union(needs)), new Set());

/** Alternatives being read: what each that is over needs, and what the present one does. */
interface Level {
  readonly over: Needs[];
  now: Needs;
  readonly isLook: boolean;
}

const newLevel = (open: string): Level => ({ over: [], now: null, isLook: /[=!]$/.test(open) });

type Mark = Readonly<Record<string, string | undefined>>;

/** What a mark that opens and ends nothing needs. */
const needsOfMark = (classes: Classes, { name, letters, word }: Mark, depth: number): Needs => {
  if (name !== undefined) return needsOfClass(classes, name, depth);
  if (word !== undefined) return new Set([AS_IT_STANDS + word.toLowerCase()]);
  return letters !== undefined && IS_DIGIT.test(letters) ? DIGITS : null;
};

/** What a text must hold for a pattern over these classes to fit. */
export const needsOf = (classes: Classes, pattern: string, depth = 0): Needs => {
  const outer = newLevel('');
  const levels = [outer];
  for (const { groups = {} } of pattern.matchAll(MARK)) {
    const { open, close, bar, times = '' } = groups;
    if (open !== undefined) levels.push(newLevel(open));
    if (bar !== undefined) endBranch(levels.at(-1));
    const inner = close !== undefined && levels.length > 1 ? levels.pop() : undefined;
    const needs = inner === undefined ? needsOfMark(classes, groups, depth) : endBranch(inner);
    const level = levels.at(-1);
    if (level !== undefined && !MAY_LACK.test(times)) level.now = rarer(level.now, needs);
  }
  return endBranch(outer);
};

/** Ends an alternative; returns what all of them need together. */
const endBranch = (level: Level | undefined): Needs => {
  if (level === undefined) return null;
  level.over.push(level.now);
  level.now = null;
  return level.isLook ? null : either(level.over);
};

const needsOfClass = (classes: Classes, name: string, depth: number): Needs => {
  const entry = classes.get(name);
  if (entry === undefined || depth > DEEPEST) return null;
  return entry.words === undefined ? needsOf(classes, entry.pattern ?? '', depth + 1) : new Set([name]);
};

const RUN = /\p{L}+|\p{N}+/gu;

const firstRun = (word: string): string => word.toLowerCase().match(RUN)?.[0] ?? '';

/** Tells whether a text may hold what is needed; a text is looked through once for all patterns. */
export const holderOf = (calendar: readonly CalendarEntry[]): ((text: string) => (needs: Needs) => boolean) => {
  const byRun = new Map<string, string[]>();
  for (const { id, words } of calendar)
    for (const word of Object.keys(words ?? {})) {
      const run = firstRun(word);
      byRun.set(run, [...(byRun.get(run) ?? []), id]);
    }
  const anywhere = byRun.get('') ?? [];
  return (text) => {
    const lower = text.toLowerCase();
    const held = new Set(anywhere);
    for (const run of lower.match(RUN) ?? []) for (const id of byRun.get(run) ?? []) held.add(id);
    if (/\d/.test(text)) held.add(DIGIT);
    const isHeld = (need: string): boolean =>
      need.startsWith(AS_IT_STANDS) ? lower.includes(need.slice(1)) : held.has(need);
    return (needs) => needs === null || [...needs].some(isHeld);
  };
};
