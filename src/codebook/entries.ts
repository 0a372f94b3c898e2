import { z } from 'zod';

/** A codebook entry that does not follow its form; the message says which file, which entry and what is wrong with it. */
export class CodebookError extends Error {
  override readonly name = 'CodebookError';
  readonly code = 'bad-codebook';
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

const idOf = (entry: unknown, index: number): string =>
  typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : `number ${index + 1}`;

const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0];
  if (issue === undefined) return 'not as the file’s first lines describe it';
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
};

/** Entries of one kind, checked by their form; a later entry with the same id takes the place of an earlier one. */
export const checkEntries = <Entry extends { readonly id: string }>(
  form: z.ZodType<Entry>,
  entries: unknown,
  path: string,
): Entry[] => {
  if (!Array.isArray(entries)) throw new CodebookError(path, `${path}: expected a list of entries, each with "- id:".`);
  const byId = new Map<string, Entry>();
  for (const [index, entry] of entries.entries()) {
    const result = form.safeParse(entry);
    if (!result.success)
      throw new CodebookError(path, `${path}: entry ${idOf(entry, index)} is wrong (${firstIssue(result.error)}).`);
    byId.set(result.data.id, result.data);
  }
  return [...byId.values()];
};

/** A list of words that may be left out. */
export const wordList = z.array(z.string().min(1)).readonly().default([]);
