import { z } from 'zod';
import { documentId } from '../text/index.ts';
import { readAgenda } from './agenda.ts';
import { readCalendar, readTimeRules } from './calendar.ts';
import { readCarriers } from './carriers.ts';
import type { Codebook } from './codebook.ts';
import { readCountries, readOrganizations, toNations } from './countries.ts';
import { readDisputes } from './disputes.ts';
import { readEvents } from './events.ts';
import { examplesOf } from './examples.ts';
import { readGazetteer, readPlaces } from './places.ts';
import { CodebookError, type CodebookProblem } from './problem.ts';
import { readRealis } from './realis.ts';
import { type CodebookFile, readSource, type SourceEntry } from './source.ts';
import { bodySchema, channelSchema, cueSchema, titleSchema, toCues, toPhraseTable } from './speech.ts';
import { toWordSets, wordSetSchema } from './word-sets.ts';

const listOf =
  <Schema extends z.ZodType>(schema: Schema) =>
  (entries: readonly unknown[]): readonly z.infer<Schema>[] =>
    z.array(schema).parse(entries);

/** A reader for each section; it throws a ZodError whose paths begin with the place of the entry. */
const SECTIONS = {
  countries: readCountries,
  organizations: readOrganizations,
  cues: listOf(cueSchema),
  titles: listOf(titleSchema),
  bodies: listOf(bodySchema),
  channels: listOf(channelSchema),
  words: listOf(wordSetSchema),
  events: readEvents,
  realis: readRealis,
  carriers: readCarriers,
  disputes: readDisputes,
  agenda: readAgenda,
  calendar: readCalendar,
  times: readTimeRules,
  places: readPlaces,
  gazetteer: readGazetteer,
} as const satisfies Record<string, (entries: readonly unknown[]) => unknown>;

type Sections = { readonly [Name in keyof typeof SECTIONS]: ReturnType<(typeof SECTIONS)[Name]> };

const problemAt = (entry: SourceEntry, message: string, path: readonly PropertyKey[] = []): CodebookProblem => ({
  file: entry.file,
  line: entry.line(path),
  message,
});

const toMessage = (entry: SourceEntry, issue: z.core.$ZodIssue, path: readonly PropertyKey[]): string =>
  `${entry.section} "${entry.id}"${path.length === 0 ? '' : `, ${path.map(String).join('.')}`}: ${issue.message}`;

/** What the reader of a section makes of its entries; its complaints become problems with a file and a line. */
const readSection = <Table>(
  read: (entries: readonly unknown[]) => Table,
  entries: readonly SourceEntry[],
  problems: CodebookProblem[],
): Table | undefined => {
  try {
    return read(entries.map((entry) => entry.value));
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    for (const issue of error.issues) {
      const [index, ...path] = issue.path;
      const entry = entries[Number(index)] ?? entries[0];
      if (entry !== undefined) problems.push(problemAt(entry, toMessage(entry, issue, path), path));
    }
    return undefined;
  }
};

/** The entries that hold in the end: a later file overrides by id, `remove: true` deletes. */
const mergeEntries = (files: readonly (readonly SourceEntry[])[], problems: CodebookProblem[]): SourceEntry[] => {
  const merged = new Map<string, SourceEntry>();
  const place = (key: string, entry: SourceEntry): void => {
    if (entry.value.remove !== true) merged.set(key, entry);
    else if (!merged.delete(key))
      problems.push(problemAt(entry, `nothing called "${entry.id}" to remove from "${entry.section}"`));
  };
  for (const entries of files) {
    const own = new Set<string>();
    for (const entry of entries) {
      const key = `${entry.section} ${entry.id}`;
      if (own.has(key))
        problems.push(problemAt(entry, `the id "${entry.id}" is used twice in this file; give each its own`));
      own.add(key);
      place(key, entry);
    }
  }
  return [...merged.values()];
};

const unknownSections = (entries: readonly SourceEntry[]): CodebookProblem[] => {
  const known = Object.keys(SECTIONS);
  const strange = entries.filter(({ section }) => !known.includes(section));
  const first = new Map(strange.map((entry) => [`${entry.file} ${entry.section}`, entry]));
  return [...first.values()].map((entry) =>
    problemAt(entry, `there is no section "${entry.section}"; there are ${known.join(', ')}`),
  );
};

/** The tables of the sections, those with look-ups made of them. */
const assemble = ({ countries, organizations, cues, titles, bodies, channels, words, ...rest }: Sections) => ({
  ...rest,
  nations: toNations(countries, organizations),
  cues: toCues(cues),
  titles: toPhraseTable(titles, (entry) => entry.titles),
  bodies: toPhraseTable(bodies, (entry) => entry.words),
  channels: toPhraseTable(channels, (entry) => entry.words),
  isWord: toWordSets(words),
});

/**
 * The codebook that the files make, in order: entries of later files add to those of earlier ones, or take the place of the
 * entry of the same section and id. Throws a `CodebookError` that lists everything wrong, by file and line.
 */
export const loadCodebook = (files: readonly CodebookFile[]): Codebook => {
  const sources = files.map(readSource);
  const problems = sources.flatMap((source) => source.problems);
  const entries = mergeEntries(
    sources.map((source) => source.entries),
    problems,
  );
  problems.push(...unknownSections(entries));
  const tables = Object.entries(SECTIONS).map(([name, read]) => {
    const own = entries.filter(({ section }) => section === name);
    return [name, readSection<unknown>(read, own, problems)];
  });
  if (problems.length > 0) throw new CodebookError(problems);
  const content = entries.map(({ section, value }) => JSON.stringify([section, value])).sort();
  return {
    ...assemble(Object.fromEntries(tables) as Sections),
    version: documentId(content.join('\n')).slice(0, 12),
    examples: entries.flatMap(({ section, id, value }) => examplesOf(section, id, value)),
  };
};
