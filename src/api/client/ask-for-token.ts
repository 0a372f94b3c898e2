import type { Role } from '../guard/roles.ts';
import { askItem } from './ask.ts';

/** Asks the server that has a ledger open for a token; needs the right to do so there. */
export const askForToken = async (url: string, own: string | null, role: Role, name: string): Promise<string> => {
  const body = { role, name };
  const made = await askItem<{ readonly token: string }>({ url, token: own }, '/tokens', { method: 'POST', body });
  return made.token;
};
