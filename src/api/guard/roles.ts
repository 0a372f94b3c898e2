import { Problem } from '../problem.ts';

/** What callers may do, each with all that the ones before may: read; correct and add; all else. */
export const roles = ['reader', 'analyst', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who makes a request. */
export interface Caller {
  /** The name on the token; `local` for whoever needs none. */
  readonly name: string;
  readonly role: Role;
  /** By what requests are counted: the token, or the address. */
  readonly key: string;
  readonly isLocal: boolean;
}

/** Throws 403 where a caller may not. */
export const demand = ({ role }: Caller, needed: Role): void => {
  if (roles.indexOf(role) >= roles.indexOf(needed)) return;
  throw new Problem(403, 'not-allowed', `This needs the role ${needed}, and the token has the role ${role}.`);
};
