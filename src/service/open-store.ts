import { type EmbeddedStore, openEmbedded, openServer, type Store } from '../store/index.ts';
import { applyEntry } from './entries/apply-entry.ts';

/** Where a ledger is, and who opens it. */
export interface Where {
  /** A folder, or the address of a PostgreSQL server (postgres://…). */
  readonly place: string;
  /** The command that opens it, for messages to others. */
  readonly command: string;
  readonly now: () => Date;
  readonly tell?: ((message: string) => void) | undefined;
  /** Only for tests: which run of the machine this is. */
  readonly boot?: string;
}

/** Whether a place is a server's address and not a folder. */
export const isServer = (place: string): boolean => /^postgres(?:ql)?:\/\//.test(place);

/** Opens the store of a ledger, embedded or on a server. Throws what `openEmbedded` and `openServer` throw. */
export const openStore = async ({ place, command, now, tell, boot }: Where): Promise<Store | EmbeddedStore> =>
  isServer(place)
    ? openServer({ url: place, apply: applyEntry, now })
    : openEmbedded({ folder: place, apply: applyEntry, command, now, tell, ...(boot === undefined ? {} : { boot }) });
