import { z } from 'zod';

const example = z.union([z.string().min(1), z.looseObject({ text: z.string().min(1) })]);

/** How every entry shows what it means: sentences that it must and must not match. The tests run them. */
export const examplesSchema = z.strictObject({
  match: z.array(example).optional(),
  reject: z.array(example).optional(),
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
}

const toExamples = (section: string, entry: string, listed: unknown, matches: boolean): CodebookExample[] =>
  (Array.isArray(listed) ? listed : []).map((item: unknown) => {
    if (typeof item === 'string') return { section, entry, text: item, matches, expects: {} };
    const { text, ...expects } = item as { text: string } & Record<string, unknown>;
    return { section, entry, text, matches, expects };
  });

/** The examples of one entry, as it stands in its file. */
export const examplesOf = (
  section: string,
  id: string,
  value: Readonly<Record<string, unknown>>,
): CodebookExample[] => {
  if (Array.isArray(value.examples)) {
    const listed = value.examples as readonly { readonly text: string; readonly not?: boolean }[];
    return listed.map(({ text, not }) => ({ section, entry: id, text, matches: not !== true, expects: {} }));
  }
  const { match, reject } = (value.examples ?? {}) as { match?: unknown; reject?: unknown };
  return [...toExamples(section, id, match, true), ...toExamples(section, id, reject, false)];
};
