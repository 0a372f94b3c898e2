import type { Ledger } from '../../service/index.ts';

/** Speaks to the server that has a ledger open, as if the ledger were in this process. */
export type Connect = (url: string) => Promise<Ledger>;

/** How a command reaches a ledger that a server has open; null while there is no client: the command then says who has it. */
export const connect: Connect | null = null;
