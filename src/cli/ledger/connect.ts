import type { Ledger } from '../../service/index.ts';

/** Speaks to the server that has a ledger open, as if the ledger were in this process. `READOUT_TOKEN` is the token, if it needs one. */
export const connect = async (url: string, token: string | null): Promise<Ledger> => {
  // What it takes to serve and to be asked is loaded only where it is needed.
  const { connectLedger } = await import('../../api/index.ts');
  return connectLedger(url, token);
};
