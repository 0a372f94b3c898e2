import { useState } from 'react';
import { type Ref, refKey } from '../api/record.ts';
import type { Named, ToldKind } from './merge-form.tsx';
import { NodeForm } from './node-form.tsx';
import { TickField } from './plain-fields.tsx';

/** What a report says of a thing: who tells it, and in which words. */
export interface Telling extends Ref {
  readonly label: string;
  readonly words: string | null;
}

interface SplitFormProps {
  readonly kind: ToldKind;
  readonly one: Named;
  readonly tellings: readonly Telling[];
  /** What is asked. */
  readonly legend: string;
  /** What is said when so many were taken out. */
  readonly done: (count: number) => string;
  readonly close: () => void;
  /** The telling that it began with. */
  readonly first?: Ref | undefined;
}

/** Some tellings mean something else: ticks them, and takes them out. */
export const SplitForm = ({ kind, one, tellings: given, legend, done, close, first }: SplitFormProps) => {
  // When it is done, fewer are left; what was taken out is still told.
  const [tellings] = useState(given);
  const [apart, choose] = useState<readonly string[]>(first === undefined ? [] : [refKey(first)]);
  const members = tellings
    .filter((telling) => apart.includes(refKey(telling)))
    .map(({ document, record }) => ({ document, record }));
  const isSome = members.length > 0 && members.length < tellings.length;
  const change = isSome ? { action: 'split', kind, node: one.id, members } : null;
  const toggle = (key: string): void =>
    choose((now) => (now.includes(key) ? now.filter((other) => other !== key) : [...now, key]));
  if (tellings.length < 2) return <p>Only one report tells of {one.name}: there is nothing to take apart.</p>;
  return (
    <NodeForm change={change} verb="Split" done={done(members.length)} close={close}>
      <fieldset className="tellings">
        <legend>{legend}; not all of them</legend>
        {tellings.map((telling) => (
          <div key={refKey(telling)}>
            <TickField
              label={telling.label}
              value={apart.includes(refKey(telling))}
              onChange={() => toggle(refKey(telling))}
            />
            <p className="faint quote">{telling.words}</p>
          </div>
        ))}
      </fieldset>
    </NodeForm>
  );
};
