import { isServer, LocalLedger, openStore } from '../../service/index.ts';
import type { Call, Terminal } from '../command.ts';
import { placeOf } from '../ledger/open-ledger.ts';

/** A ledger whose store this process has opened, and how others learn where it is served. */
export interface OpenedLedger {
  readonly ledger: LocalLedger;
  readonly place: string;
  readonly isFolder: boolean;
  readonly serves: (url: string) => void;
}

/** Opens the store of a place in this process, and makes the ledger where there is none. */
export const openPlace = async (place: string, command: string, terminal: Terminal): Promise<OpenedLedger> => {
  const tell = (message: string): void => void terminal.err.write(`readout: ${message}\n`);
  const store = await openStore({ place, command, now: () => new Date(), tell });
  const serves = 'serves' in store ? store.serves : () => undefined;
  return { ledger: new LocalLedger(store), place, isFolder: !isServer(place), serves };
};

/** Opens the store of a call's ledger in this process, and makes the ledger where there is none. */
export const openToServe = (call: Call, terminal: Terminal): Promise<OpenedLedger> =>
  openPlace(placeOf(call, terminal), 'readout serve', terminal);
