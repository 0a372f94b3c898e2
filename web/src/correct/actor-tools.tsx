import { useState } from 'react';
import type { ActorName, ActorNode, ActorTelling } from '../api/schema.ts';
import { useApiNow, useAsOf } from '../api/use-api.ts';
import { dayText } from '../ui/dates.ts';
import { Dialog } from '../ui/dialog.tsx';
import { plural } from '../ui/plural.ts';
import { Shown } from '../ui/shown.tsx';
import { ActorSearch } from './actor-picker.tsx';
import { NodeForm } from './node-form.tsx';
import { TickField } from './plain-fields.tsx';

interface FormProps {
  readonly actor: ActorName;
  readonly close: () => void;
}

const MergeForm = ({ actor, close }: FormProps) => {
  const [other, pick] = useState<ActorNode | null>(null);
  const change = other === null ? null : { action: 'merge', kind: 'actor', into: actor.id, from: other.id };
  const done = `${other?.name ?? ''} and ${actor.name} are one from now on.`;
  return (
    <NodeForm change={change} verb="Merge" done={done} close={close}>
      <p>
        Two names of one. All that is known of the other goes to {actor.name}; that they are one holds for later reports
        too.
      </p>
      <ActorSearch label="The same as" without={[actor.id]} onPick={pick} />
      {other !== null && (
        <p>
          <b>{other.name}</b> <span className="faint">{plural(other.counts.reports, 'report')}</span> →{' '}
          <b>{actor.name}</b>
        </p>
      )}
    </NodeForm>
  );
};

const keyOf = ({ document, record }: ActorTelling): string => `${document} ${record}`;
const aboutOf = ({ name, role, report }: ActorTelling): string =>
  `${name}${role === null ? '' : `, ${role}`} — ${report.publisher ?? 'no publisher named'}, ${dayText(report.published)}`;

const SplitForm = ({ actor, close, tellings }: FormProps & { readonly tellings: readonly ActorTelling[] }) => {
  const [apart, choose] = useState<readonly string[]>([]);
  const members = tellings
    .filter((telling) => apart.includes(keyOf(telling)))
    .map(({ document, record }) => ({ document, record }));
  const isSome = members.length > 0 && members.length < tellings.length;
  const change = isSome ? { action: 'split', kind: 'actor', node: actor.id, members } : null;
  const toggle = (key: string): void =>
    choose((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key]));
  if (tellings.length < 2) return <p>Only one report tells of {actor.name}: there is nothing to take apart.</p>;
  return (
    <NodeForm
      change={change}
      verb="Split"
      done={`${plural(members.length, 'report')} tell of somebody else.`}
      close={close}
    >
      <fieldset className="tellings">
        <legend>Reports that mean somebody else; not all of them</legend>
        {tellings.map((telling) => (
          <div key={keyOf(telling)}>
            <TickField
              label={aboutOf(telling)}
              value={apart.includes(keyOf(telling))}
              onChange={() => toggle(keyOf(telling))}
            />
            <p className="faint quote">{telling.evidence?.text}</p>
          </div>
        ))}
      </fieldset>
    </NodeForm>
  );
};

const Split = ({ actor, close }: FormProps) => {
  const query = useApiNow('/actors/{id}/tellings', { limit: '200' }, { id: actor.id });
  return (
    <Shown query={query} what="the reports">
      {({ items }) => <SplitForm actor={actor} close={close} tellings={items} />}
    </Shown>
  );
};

/** What people can say of an actor of the ledger: that another one is the same, that some reports mean somebody else. */
export const ActorTools = ({ actor }: { readonly actor: ActorName }) => {
  const [asked, ask] = useState<'merge' | 'split' | null>(null);
  const asOf = useAsOf();
  const close = (): void => ask(null);
  if (asOf !== undefined) return null;
  return (
    <span className="buttons">
      <button type="button" aria-haspopup="dialog" onClick={() => ask('merge')}>
        Merge<span className="unseen"> {actor.name}</span> …
      </button>
      <button type="button" aria-haspopup="dialog" onClick={() => ask('split')}>
        Split<span className="unseen"> {actor.name}</span> …
      </button>
      {asked !== null && (
        <Dialog title={asked === 'merge' ? `Who else is ${actor.name}?` : `Who is not ${actor.name}?`} close={close}>
          {asked === 'merge' ? <MergeForm actor={actor} close={close} /> : <Split actor={actor} close={close} />}
        </Dialog>
      )}
    </span>
  );
};
