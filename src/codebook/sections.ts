import type { z } from 'zod';
import { agendaEntrySchema } from './agenda.ts';
import { timeRuleSchema, wordClassSchema } from './calendar.ts';
import { carrierEntrySchema } from './carriers.ts';
import { contextEntrySchema } from './contexts.ts';
import { countrySchema, organizationSchema } from './countries.ts';
import { disputeEntrySchema } from './disputes.ts';
import { eventEntrySchema } from './events.ts';
import { noneOf } from './pattern-mistakes.ts';
import { peopleSchema } from './people.ts';
import { placeSchema } from './places.ts';
import { realisEntrySchema } from './realis.ts';
import type { SourceEntry } from './source.ts';
import { bodySchema, channelSchema, cueSchema, titleSchema } from './speech.ts';
import { wordSetSchema } from './word-sets.ts';

/** What an entry of each section looks like. */
export const SECTIONS = {
  countries: countrySchema,
  organizations: organizationSchema,
  people: peopleSchema,
  cues: cueSchema,
  titles: titleSchema,
  bodies: bodySchema,
  sectors: bodySchema,
  channels: channelSchema,
  words: wordSetSchema,
  events: eventEntrySchema,
  contexts: contextEntrySchema,
  realis: realisEntrySchema,
  carriers: carrierEntrySchema,
  disputes: disputeEntrySchema,
  agenda: agendaEntrySchema,
  calendar: wordClassSchema,
  times: timeRuleSchema,
  places: placeSchema,
} as const satisfies Record<string, z.ZodObject>;

/** The name of a section. */
export type SectionName = keyof typeof SECTIONS;

/** The checked entries of each section. */
export type Sections = { readonly [Name in SectionName]: readonly z.infer<(typeof SECTIONS)[Name]>[] };

/** Is there a section of that name? */
export const isSection = (name: string): name is SectionName => name in SECTIONS;

/** One thing wrong with an entry, and the part of it that is. */
export interface Complaint {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

const NAMES: Readonly<Record<string, string>> = {
  string: 'a word or sentence (in quotes, if it looks like a number)',
  array: 'a list',
  tuple: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  boolean: 'true or false',
  number: 'a number',
};

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : JSON.stringify(value);
};

/** No message speaks of more keys. */
const MOST_KEYS = 5;

const wordsOf = (issue: z.core.$ZodIssue, value: unknown, keys: readonly string[]): string => {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = issue.path.length === 0 ? keys : [];
      const strange = issue.keys.slice(0, MOST_KEYS);
      if (known.length === 0) return `knows no ${strange.map((key) => `"${key}"`).join(', ')}`;
      return strange.map((key) => noneOf('key of this section', key, known)).join(' ');
    }
    case 'invalid_type':
      return `must be ${NAMES[issue.expected] ?? issue.expected}, and is ${kindOf(value)}`;
    case 'invalid_value':
      return typeof value === 'string' ? noneOf('value here', value, issue.values.map(String)) : issue.message;
    case 'too_small':
      return value === '' ? 'must not be empty' : issue.message;
    default:
      return issue.message;
  }
};

/** Where an unknown key stands is on its own line, not on that of the mapping. */
const pathOf = (issue: z.core.$ZodIssue): readonly PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;

/** Checks an entry: what it says, or everything that is wrong with it. */
export const checkEntry = (
  section: SectionName,
  { value }: SourceEntry,
): { readonly checked: unknown } | { readonly complaints: readonly Complaint[] } => {
  const schema = SECTIONS[section];
  const { remove: _, ...rest } = value;
  const parsed = schema.safeParse(rest);
  if (parsed.success) return { checked: parsed.data };
  const keys = Object.keys(schema.shape);
  return {
    complaints: parsed.error.issues.map((issue) => ({
      path: pathOf(issue),
      message: wordsOf(issue, valueAt(rest, issue.path), keys),
    })),
  };
};
