import { z } from 'zod';
import { indexNames } from './name-index.ts';
import { wordList } from './word-list.ts';

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

/** Checks the section `organizations`. */
export const readOrganizations = (entries: readonly unknown[]): Organizations => {
  const all = z.array(form).parse(entries);
  const names = all.flatMap((body) => [body.name, ...body.aliases].map((name) => [name, body] as const));
  return { all, find: indexNames(names, (one, other) => one === other).find };
};
