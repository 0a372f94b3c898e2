import { type ReactNode, useState } from 'react';
import { NodeForm } from './node-form.tsx';

/** The kinds of things that people join and take apart. */
export type ToldKind = 'actor' | 'event' | 'statement' | 'situation';

/** A thing of the ledger, by its id and what it goes by. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The other one: what it goes by, and what tells it from those of the same name. */
export interface Other extends Named {
  readonly about: string;
}

interface MergeFormProps {
  readonly kind: ToldKind;
  readonly one: Named;
  readonly close: () => void;
  /** Where the other is looked for. */
  readonly search: (pick: (other: Other) => void) => ReactNode;
  /** What it means. */
  readonly children: ReactNode;
}

/** Two are one: finds the other, and joins it to this one. */
export const MergeForm = ({ kind, one, close, search, children }: MergeFormProps) => {
  const [other, pick] = useState<Other | null>(null);
  const change = other === null ? null : { action: 'merge', kind, into: one.id, from: other.id };
  const done = `${other?.name ?? ''} and ${one.name} are one from now on.`;
  return (
    <NodeForm change={change} verb="Merge" done={done} close={close}>
      <p>{children}</p>
      {search(pick)}
      {other !== null && (
        <p className="picked">
          <b>{other.name}</b> <span className="faint">{other.about}</span> → <b>{one.name}</b>
        </p>
      )}
    </NodeForm>
  );
};
