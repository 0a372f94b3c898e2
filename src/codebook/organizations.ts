import { z } from 'zod';
import { checkEntries, wordList } from './entries.ts';
import { indexNames } from './name-index.ts';

const form = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    aliases: wordList,
    code: z.string().min(3),
    members: wordList,
  })
  .readonly();

/** A body that news names like a person: its names, and its actor code ("IGO", "USA MIL"). */
export type Organization = z.infer<typeof form>;

/** The bodies of a codebook. */
export interface Organizations {
  readonly all: readonly Organization[];
  /** The body of this name or short name; case counts but for long names in capitals. */
  readonly find: (name: string) => Organization | undefined;
}

/** Bodies from the entries of `organizations.yaml`; throws a `CodebookError` that names a wrong entry. */
export const readOrganizations = (entries: unknown, path: string): Organizations => {
  const all = checkEntries(form, entries, path);
  const names = all.flatMap((body) => [body.name, ...body.aliases].map((name) => [name, body] as const));
  return { all, find: indexNames(names, (one, other) => one === other).find };
};
