import type { ReactNode } from 'react';
import { mayAs, type Role, useAbout } from '../api/use-about.ts';
import { Shown } from './shown.tsx';

const whom: Readonly<Record<Role, string>> = {
  reader: 'everybody',
  analyst: 'analysts and admins',
  admin: 'admins',
};

interface ForRoleProps {
  readonly needs: Role;
  /** What is for that role, as the beginning of a sentence: "Tokens are". */
  readonly what: string;
  readonly children: ReactNode;
}

/** Shows something to those who may use it, and to others that they may not, and who may. */
export const ForRole = ({ needs, what, children }: ForRoleProps) => (
  <Shown query={useAbout()} what="what you may do">
    {({ caller }) =>
      mayAs(caller.role, needs) ? (
        children
      ) : (
        <p className="state not-allowed">
          {what} for {whom[needs]}. You are here as “{caller.name}”, with the role {caller.role}; an admin can give you
          another token.
        </p>
      )
    }
  </Shown>
);
