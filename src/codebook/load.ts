import { documentId } from '../text/index.ts';
import type { Codebook } from './codebook.ts';
import { type CheckedEntry, contradictionsIn } from './contradictions.ts';
import { toNations } from './countries.ts';
import { examplesOf } from './examples.ts';
import { readGazetteer } from './gazetteer.ts';
import { toPeople } from './people.ts';
import { CodebookError, type CodebookProblem } from './problem.ts';
import { checkEntry, isSection, SECTIONS, type Sections } from './sections.ts';
import { type CodebookFile, readSource, type SourceEntry } from './source.ts';
import { toCues, toPhraseTable } from './speech.ts';
import { unknownNames } from './time-names.ts';
import { namedSetsOf, resolveWordSets } from './word-references.ts';
import { toWordSets } from './word-sets.ts';

/** A codebook as far as it can be used, and all that is wrong with its files or odd in them. */
export interface InspectedCodebook {
  /** What the good entries make. */
  readonly codebook: Codebook;
  readonly problems: readonly CodebookProblem[];
  /** Where each entry stands that holds in the end. */
  readonly entries: readonly PlacedEntry[];
}

/** An entry and where it stands. */
export interface PlacedEntry {
  readonly section: string;
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

/** Entries on their way to a codebook; the bad ones are left behind, with a problem. */
interface Inspection {
  readonly problems: CodebookProblem[];
  readonly add: (
    entry: SourceEntry,
    message: string,
    path?: readonly PropertyKey[],
    severity?: CodebookProblem['severity'],
  ) => void;
}

const inspection = (): Inspection => {
  const problems: CodebookProblem[] = [];
  return {
    problems,
    add: (entry, message, path = [], severity = 'mistake') => {
      const inside = path.length === 0 ? '' : `, ${path.map(String).join('.')}`;
      const head = `${entry.section} "${entry.id}"${inside}: `;
      problems.push({ file: entry.file, line: entry.line(path), message: head + message, severity });
    },
  };
};

const knownSections = (entries: readonly SourceEntry[], { problems }: Inspection): SourceEntry[] => {
  const strange = entries.filter(({ section }) => !isSection(section));
  for (const [section, [entry]] of Map.groupBy(strange, ({ file, section }) => `${file} ${section}`)) {
    if (entry === undefined) continue;
    const known = Object.keys(SECTIONS).join(', ');
    const message = `there is no section "${section.slice(entry.file.length + 1)}"; there are ${known}`;
    problems.push({ file: entry.file, line: entry.line([]), message, severity: 'mistake' });
  }
  return entries.filter(({ section }) => isSection(section));
};

/** Patterns with the words of the sets that they name; those that name an unknown set are left behind. */
const withWordSets = (entries: readonly SourceEntry[], { add }: Inspection): SourceEntry[] => {
  const sets = namedSetsOf(entries);
  return entries.flatMap((entry) => {
    if (entry.section !== 'events') return [entry];
    const { resolved, mistakes } = resolveWordSets(entry, sets);
    for (const { path, message } of mistakes) add(entry, message, path);
    return mistakes.length > 0 ? [] : [resolved];
  });
};

/** Entries that look as they should; those that take another away say no more than that. */
const wellFormed = (entries: readonly SourceEntry[], { add }: Inspection): CheckedEntry[] =>
  entries.flatMap((source) => {
    if (source.value.remove === true) return [{ source, checked: undefined }];
    const result = isSection(source.section) ? checkEntry(source.section, source) : { complaints: [] };
    if ('checked' in result) return [{ source, checked: result.checked }];
    for (const { path, message } of result.complaints) add(source, message, path);
    return [];
  });

const keyOf = ({ section, id }: SourceEntry): string => `${section} ${id}`;

/** Entries of a layer whose ids are used once; of several with one id the first counts. */
const singleIn = (entries: readonly CheckedEntry[], { add }: Inspection): CheckedEntry[] => {
  const first = new Map<string, SourceEntry>();
  return entries.filter(({ source }) => {
    const known = first.get(keyOf(source));
    if (known === undefined) {
      first.set(keyOf(source), source);
      return true;
    }
    add(source, `the id is used twice (${known.file}:${known.line([])}); give each entry its own`, ['id']);
    return false;
  });
};

const consistentIn = (entries: readonly CheckedEntry[], { add }: Inspection): CheckedEntry[] => {
  const found = contradictionsIn(entries.filter(({ source }) => source.value.remove !== true));
  for (const { later, message, path } of found) add(later, message, path);
  const bad = new Set(found.map(({ later }) => later));
  return entries.filter(({ source }) => !bad.has(source));
};

/** The entries that hold in the end: a later layer overrides by id, `remove: true` deletes. */
const layered = (layers: readonly (readonly CheckedEntry[])[], { add }: Inspection): CheckedEntry[] => {
  const merged = new Map<string, CheckedEntry>();
  for (const entry of layers.flat()) {
    const { source } = entry;
    if (source.value.remove !== true) merged.set(keyOf(source), entry);
    else if (!merged.delete(keyOf(source))) add(source, 'there is nothing called that to remove');
  }
  return [...merged.values()];
};

/** What is odd without being wrong: patterns that gainsay those of another layer, and are preferred to them. */
const warnOf = (entries: readonly CheckedEntry[], { add }: Inspection): void => {
  for (const { earlier, later, message, path } of contradictionsIn(entries))
    if (earlier.layer !== later.layer) add(later, `${message}; this one is preferred`, path, 'warning');
};

/** The tables of the sections, those with look-ups made of them. */
const assemble = ({
  countries,
  organizations,
  cues,
  titles,
  bodies,
  sectors,
  people,
  channels,
  words,
  ...rest
}: Sections) => ({
  ...rest,
  nations: toNations(countries, organizations),
  cues: toCues(cues),
  titles: toPhraseTable(titles, (entry) => entry.titles),
  bodies: toPhraseTable(bodies, (entry) => entry.words),
  sectors: toPhraseTable([...sectors].reverse(), (entry) => entry.words),
  people: toPeople(people),
  channels: toPhraseTable(channels, (entry) => entry.words),
  isWord: toWordSets(words),
  gazetteer: readGazetteer(new Uint8Array()),
});

const toCodebook = (entries: readonly CheckedEntry[]): Codebook => {
  const bySection = Map.groupBy(entries, ({ source }) => source.section);
  const tables = Object.keys(SECTIONS).map((name) => [name, (bySection.get(name) ?? []).map(({ checked }) => checked)]);
  const content = entries.map(({ source }) => JSON.stringify([source.section, source.value])).sort();
  return {
    ...assemble(Object.fromEntries(tables) as Sections),
    version: documentId(content.join('\n')).slice(0, 12),
    examples: entries.flatMap(({ source }) => examplesOf(source)),
  };
};

/**
 * The codebook that the files make as far as they are right, in order: entries of later layers add to those of earlier ones, or
 * take the place of the entry of the same section and id. Bad entries are left out; `problems` lists everything wrong, by file
 * and line. Never throws.
 */
export const inspectCodebook = (files: readonly CodebookFile[]): InspectedCodebook => {
  const seen = inspection();
  const sources = files.map(readSource);
  seen.problems.push(...sources.flatMap(({ problems }) => problems));
  const known = knownSections(
    sources.flatMap(({ entries }) => entries),
    seen,
  );
  const formed = wellFormed(withWordSets(known, seen), seen);
  const layers = [...Map.groupBy(formed, ({ source }) => source.layer).values()];
  const merged = layered(
    layers.map((layer) => consistentIn(singleIn(layer, seen), seen)),
    seen,
  );
  warnOf(merged, seen);
  for (const { source, path, message } of unknownNames(merged)) seen.add(source, message, path);
  const order = new Map(files.map(({ name }, index) => [name, index]));
  const problems = seen.problems.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line);
  const places = merged.map(({ source }) => ({
    section: source.section,
    id: source.id,
    file: source.file,
    line: source.line([]),
  }));
  return { codebook: toCodebook(merged), problems, entries: places };
};

/** The codebook that the files make, like `inspectCodebook`. Throws a `CodebookError` that lists everything wrong, by file and line. */
export const loadCodebook = (files: readonly CodebookFile[]): Codebook => {
  const { codebook, problems } = inspectCodebook(files);
  const mistakes = problems.filter(({ severity }) => severity === 'mistake');
  if (mistakes.length > 0) throw new CodebookError(mistakes);
  return codebook;
};

/** The same codebook with the table of towns and divisions (`models/en/gazetteer.tsv`); without it, only its own places are known. */
export const withGazetteer = (codebook: Codebook, table: Uint8Array): Codebook => ({
  ...codebook,
  gazetteer: readGazetteer(table),
});
