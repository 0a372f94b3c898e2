import type { Kysely } from 'kysely';
import { FOREVER, type Tables } from '../../store/index.ts';

/** The settings of a kind that hold. */
export const listSettings = (
  database: Kysely<Tables>,
  kind: string,
): Promise<readonly { readonly key: string; readonly value: unknown }[]> =>
  database
    .selectFrom('settings')
    .select(['key', 'value'])
    .where('kind', '=', kind)
    .where('until', '=', FOREVER)
    .orderBy('key')
    .execute();
