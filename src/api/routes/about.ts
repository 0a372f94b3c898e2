import { z } from '@hono/zod-openapi';
import { reportEndings } from '../../service/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { roles } from '../guard/roles.ts';
import type { Adds } from '../live/add.ts';
import { notFound, Problem } from '../problem.ts';
import { many, one, words } from '../schemas/shapes.ts';
import { FILE } from './adds.ts';

/** What the codebook in use holds, for those who want to know what the rows mean. */
export interface CodebookInUse {
  /** What the engine is called in readouts that it makes. */
  readonly engine: { readonly version: string; readonly model: string; readonly codebook: string };
  readonly types: readonly { readonly type: string; readonly modes: readonly string[]; readonly entries: number }[];
  readonly contexts: readonly string[];
  readonly entries: readonly {
    readonly section: string;
    readonly id: string;
    readonly file: string;
    readonly line: number;
  }[];
}

/** What these routes tell of. */
export interface AboutParts {
  readonly version: string;
  readonly adds: Adds | null;
  readonly codebook: () => Promise<CodebookInUse | null>;
}

const about = z
  .object({
    version: z.string(),
    caller: z.object({ name: z.string(), role: z.enum(roles), isLocal: z.boolean().describe('No token is needed.') }),
    adding: z
      .object({
        largest: z.int().describe('The most bytes of a file.'),
        endings: z.array(z.string()).describe('Files in folders that are read.'),
      })
      .nullable()
      .describe('Null: this server reads nothing.'),
  })
  .openapi('About');

const text = z.string();
const codebook = z
  .object({
    engine: z.object({ version: text, model: text, codebook: text }),
    types: z.array(z.object({ type: text, modes: z.array(text), entries: z.int() })),
    contexts: z.array(text),
    sections: z.array(z.object({ section: text, entries: z.int() })),
  })
  .openapi('CodebookInUse');
const entry = z.object({ id: text, file: text, line: z.int() }).openapi('CodebookEntry');

/** Entries that are told at once. */
const AT_ONCE = 1000;

const opened = async ({ codebook: open }: AboutParts): Promise<CodebookInUse> => {
  const found = await open();
  if (found === null) throw new Problem(503, 'no-engine', 'This server was opened without a codebook.');
  return found;
};

/** Routes that tell what the server is, who asks it, and what its words mean. */
export const aboutRoutes = (parts: AboutParts): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/about',
    tag: 'About',
    summary: 'Who you are to this server, and what it can do.',
    role: 'reader',
    answer: one(about),
    run: async ({ caller: { name, role, isLocal } }) => ({
      item: {
        version: parts.version,
        caller: { name, role, isLocal },
        adding: parts.adds === null ? null : { largest: FILE, endings: reportEndings },
      },
    }),
  }),
  endpoint({
    method: 'get',
    path: '/codebook',
    tag: 'About',
    summary: 'The engine and the codebook in use: event types, their modes, and how many entries each section has.',
    role: 'reader',
    answer: one(codebook),
    run: async () => {
      const { entries, ...item } = await opened(parts);
      const sections = [...Map.groupBy(entries, ({ section }) => section)];
      return {
        item: { ...item, sections: sections.map(([section, own]) => ({ section, entries: own.length })) },
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/codebook/{section}',
    tag: 'About',
    summary: 'The entries of a section of the codebook, with file and line; a thousand at most.',
    role: 'reader',
    params: z.strictObject({ section: words(100) }),
    query: z.strictObject({
      text: words(200).optional().openapi({ description: 'Only entries whose name holds this.' }),
    }),
    answer: many(entry),
    run: async ({ params: { section }, query: { text: sought = '' } }) => {
      const own = (await opened(parts)).entries.filter((each) => each.section === section);
      if (own.length === 0) throw notFound(`The section "${section}"`);
      const items = own.filter(({ id }) => id.toLowerCase().includes(sought.toLowerCase())).slice(0, AT_ONCE);
      return { items: items.map(({ id, file, line }) => ({ id, file, line })), next: null };
    },
  }),
];
