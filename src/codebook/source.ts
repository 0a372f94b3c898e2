import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { CodebookProblem } from './problem.ts';

/** A file of a codebook: what it is called in messages, and its text. */
export interface CodebookFile {
  readonly name: string;
  readonly text: string;
}

/** An entry as it stands in a file, before it is checked. */
export interface SourceEntry {
  readonly section: string;
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly file: string;
  /** The line on which a part of the entry stands: `line(['verbs', 0])`; the entry's own for `[]`. */
  readonly line: (path: readonly PropertyKey[]) => number;
}

/** What a file holds and what is wrong with it. */
export interface SourceFile {
  readonly entries: readonly SourceEntry[];
  readonly problems: readonly CodebookProblem[];
}

interface Context {
  readonly name: string;
  readonly lineAt: (node: unknown) => number;
  readonly problems: CodebookProblem[];
}

const startOf = (node: unknown): number | undefined => {
  const { range } = (node ?? {}) as { range?: readonly number[] | null };
  return range?.[0];
};

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

const toEntry = (context: Context, section: string, node: unknown): SourceEntry[] => {
  const complain = (message: string): SourceEntry[] => {
    context.problems.push({ file: context.name, line: context.lineAt(node), message });
    return [];
  };
  if (!isMap(node))
    return complain(`an entry of "${section}" must be a mapping with an id, such as "- id: meet/talks"`);
  const id = node.get('id');
  if (typeof id !== 'string' || id === '')
    return complain(`this entry of "${section}" has no id; give it one ("id: …", in quotes if it is a number)`);
  const value = node.toJSON() as Record<string, unknown>;
  return [{ section, id, value, file: context.name, line: lineOf(context, node) }];
};

const sectionEntries = (context: Context, section: string, node: unknown): SourceEntry[] => {
  if (node === null || (isScalar(node) && node.value === null)) return [];
  if (isSeq(node)) return node.items.flatMap((item) => toEntry(context, section, item));
  const message = `"${section}" must hold a list of entries, each beginning with "- id:"`;
  context.problems.push({ file: context.name, line: context.lineAt(node), message });
  return [];
};

/** The entries of one YAML file by section; whatever is not readable becomes a problem. */
export const readSource = ({ name, text }: CodebookFile): SourceFile => {
  const counter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (node: unknown): number => counter.linePos(startOf(node) ?? 0).line || 1;
  const problems: CodebookProblem[] = yaml.errors.map((error) => ({
    file: name,
    line: counter.linePos(error.pos[0]).line,
    message: `not YAML: ${error.message.split('\n')[0]}`,
  }));
  if (problems.length > 0 || yaml.contents === null) return { entries: [], problems };
  const context: Context = { name, lineAt, problems };
  if (!isMap(yaml.contents)) {
    problems.push({
      file: name,
      line: 1,
      message: 'a codebook file is a mapping from section to entries, such as "events:"',
    });
    return { entries: [], problems };
  }
  const entries = yaml.contents.items.flatMap(({ key, value }) => sectionEntries(context, String(key), value));
  return { entries, problems };
};
