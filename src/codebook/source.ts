import { isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { DEEPEST, type Plainness, plainnessOf, toPlain, Unreadable } from './plain.ts';
import type { CodebookProblem } from './problem.ts';

/** A file of a codebook: what it is called in messages, and its text. */
export interface CodebookFile {
  readonly name: string;
  readonly text: string;
  /** Files of one layer make one codebook and must not gainsay each other; a file that names none is a layer by itself. */
  readonly layer?: string;
}

/** An entry as it stands in a file, before it is checked. */
export interface SourceEntry {
  readonly section: string;
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly file: string;
  readonly layer: string;
  /** The line on which a part of the entry stands: `line(['verbs', 0])`; the entry's own for `[]`. */
  readonly line: (path: readonly PropertyKey[]) => number;
}

/** What a file holds and what is wrong with it. */
export interface SourceFile {
  readonly entries: readonly SourceEntry[];
  readonly problems: readonly CodebookProblem[];
}

interface Context {
  readonly file: CodebookFile;
  readonly plainness: Plainness;
  readonly lineAt: (node: unknown) => number;
  readonly problems: CodebookProblem[];
}

/** No file may be longer, in characters: the largest that we ship has a third of it. */
const LONGEST = 4_000_000;

const startOf = (node: unknown): number | undefined => {
  const { range } = (node ?? {}) as { range?: readonly number[] | null };
  return range?.[0];
};

const complain = ({ file, lineAt, problems }: Context, node: unknown, message: string): void =>
  void problems.push({ file: file.name, line: lineAt(node), message, severity: 'mistake' });

/** The line of the deepest part that the path still finds. */
const lineOf =
  (context: Context, map: YAMLMap) =>
  (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = map.getIn(path.slice(0, length) as unknown[], true);
      if (startOf(node) !== undefined) return context.lineAt(node);
    }
    return context.lineAt(map);
  };

const plainEntry = (context: Context, node: YAMLMap): Record<string, unknown> | undefined => {
  try {
    return toPlain(node, context.plainness) as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    complain(context, startOf(error.node) === undefined ? node : error.node, error.message);
    return undefined;
  }
};

const toEntry = (context: Context, section: string, node: unknown): SourceEntry[] => {
  if (!isMap(node)) {
    complain(context, node, `an entry of "${section}" must be a mapping with an id, such as "- id: meet/talks"`);
    return [];
  }
  const value = plainEntry(context, node);
  if (value === undefined) return [];
  const { id } = value;
  if (typeof id !== 'string' || id === '') {
    const message = `this entry of "${section}" has no id; give it one ("id: …", in quotes if it is a number)`;
    complain(context, node, message);
    return [];
  }
  const { name, layer = name } = context.file;
  return [{ section, id, value, file: name, layer, line: lineOf(context, node) }];
};

const sectionEntries = (context: Context, section: string, node: unknown): SourceEntry[] => {
  if (node === null || (isScalar(node) && node.value === null)) return [];
  if (isSeq(node)) return node.items.flatMap((item) => toEntry(context, section, item));
  complain(context, node, `"${section}" must hold a list of entries, each beginning with "- id:"`);
  return [];
};

const OPENING = /[[{]/g;

/** Where brackets are nested so deep that no codebook means it; reading them would take minutes. */
const tooDeepAt = (text: string): number | undefined => {
  if ((text.match(OPENING)?.length ?? 0) <= DEEPEST) return undefined;
  let [depth, at] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > DEEPEST) return at;
    at += token.length;
  }
  return undefined;
};

const only = (name: string, line: number, message: string): SourceFile => ({
  entries: [],
  problems: [{ file: name, line, message, severity: 'mistake' }],
});

const nothingIn = (name: string): SourceFile => ({
  entries: [],
  problems: [{ file: name, line: 1, message: 'holds no entries', severity: 'warning' }],
});

/** The entries of one YAML file by section; whatever is not readable becomes a problem. */
export const readSource = (file: CodebookFile): SourceFile => {
  const { name, text } = file;
  const lines = (offset: number): number => text.slice(0, offset).split('\n').length;
  if (text.length > LONGEST) return only(name, 1, `longer than ${LONGEST} characters; split it into several files`);
  const deep = tooDeepAt(text);
  if (deep !== undefined) return only(name, lines(deep), `brackets nested more than ${DEEPEST} deep`);
  const counter = new LineCounter();
  // The check of the package compares each key with each other: twenty thousand take it twelve seconds.
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  const lineAt = (node: unknown): number => counter.linePos(startOf(node) ?? 0).line || 1;
  const problems: CodebookProblem[] = document.errors.map((error) => ({
    file: name,
    line: counter.linePos(error.pos[0]).line,
    message: /call stack/i.test(error.message)
      ? `nested more than ${DEEPEST} deep`
      : `not YAML: ${error.message.split('\n')[0]}`,
    severity: 'mistake',
  }));
  if (problems.length > 0) return { entries: [], problems };
  if (document.contents === null) return nothingIn(name);
  if (!isMap(document.contents))
    return only(name, 1, 'a codebook file is a mapping from section to entries, such as "events:"');
  const context: Context = { file, plainness: plainnessOf(document), lineAt, problems };
  const known = new Set<string>();
  const entries = document.contents.items.flatMap(({ key, value }) => {
    const section = String(key);
    if (known.has(section)) complain(context, key, `the section "${section}" stands twice in this file; join them`);
    known.add(section);
    return sectionEntries(context, section, value);
  });
  return entries.length === 0 && problems.length === 0 ? nothingIn(name) : { entries, problems };
};
