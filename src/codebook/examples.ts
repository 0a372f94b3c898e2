import { z } from 'zod';

const example = z.union([z.string().min(1), z.looseObject({ text: z.string().min(1) })], {
  error: 'must be a sentence, or a mapping with the sentence under "text" and what it should yield',
});

type Example = z.infer<typeof example>;

const textOf = (each: Example): string => (typeof each === 'string' ? each : each.text);

/** How every entry shows what it means: sentences that it must and must not match. The tests run them. */
export const examplesSchema = z
  .strictObject({ match: z.array(example).optional(), reject: z.array(example).optional() })
  .superRefine(({ match = [], reject = [] }, { addIssue }) => {
    const rejected = reject.map(textOf);
    for (const [index, each] of match.entries())
      if (rejected.includes(textOf(each)))
        addIssue({ code: 'custom', path: ['match', index], message: 'the same sentence must match and must not' });
  });

/** An example sentence of an entry, with what it should yield as far as the entry says so. */
export interface CodebookExample {
  readonly section: string;
  /** Id of the entry. */
  readonly entry: string;
  readonly text: string;
  readonly matches: boolean;
  /** What else the example says: `{ trigger: 'met', realis: 'planned' }`. */
  readonly expects: Readonly<Record<string, unknown>>;
  readonly file: string;
  /** Line of the file, counted from 1. */
  readonly line: number;
}

/** The entry whose examples are asked for, and where its parts stand. */
interface ExampleSource {
  readonly section: string;
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly file: string;
  readonly line: (path: readonly PropertyKey[]) => number;
}

const toExample = (source: ExampleSource, item: unknown, matches: boolean, path: PropertyKey[]): CodebookExample => {
  const { section, id, file, line } = source;
  const common = { section, entry: id, matches, file, line: line(path) };
  if (typeof item === 'string') return { ...common, text: item, expects: {} };
  const { text, ...expects } = item as { text: string } & Record<string, unknown>;
  return { ...common, text, expects };
};

const listOf = (listed: unknown): readonly unknown[] => (Array.isArray(listed) ? listed : []);

/** The examples of one entry, as it stands in its file. */
export const examplesOf = (source: ExampleSource): CodebookExample[] => {
  const { examples } = source.value;
  if (Array.isArray(examples))
    return (examples as readonly { readonly text: string; readonly not?: boolean }[]).map(({ text, not }, index) =>
      toExample(source, text, not !== true, ['examples', index]),
    );
  const { match, reject } = (examples ?? {}) as { match?: unknown; reject?: unknown };
  return [
    ...listOf(match).map((item, index) => toExample(source, item, true, ['examples', 'match', index])),
    ...listOf(reject).map((item, index) => toExample(source, item, false, ['examples', 'reject', index])),
  ];
};
