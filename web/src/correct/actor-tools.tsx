import type { ActorName, ActorTelling } from '../api/schema.ts';
import { useApiNow } from '../api/use-api.ts';
import { dayText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';
import { Shown } from '../ui/shown.tsx';
import { ActorSearch } from './actor-picker.tsx';
import { MergeForm } from './merge-form.tsx';
import { NodeTools } from './node-tools.tsx';
import { SplitForm, type Telling } from './split-form.tsx';

interface FormProps {
  readonly actor: ActorName;
  readonly close: () => void;
}

const Merge = ({ actor, close }: FormProps) => (
  <MergeForm
    kind="actor"
    one={actor}
    close={close}
    search={(pick) => (
      <ActorSearch
        label="The same as"
        without={[actor.id]}
        onPick={({ id, name, counts }) => pick({ id, name, about: plural(counts.reports, 'report') })}
      />
    )}
  >
    Two names of one. All that is known of the other goes to {actor.name}; that they are one holds for later reports
    too.
  </MergeForm>
);

const toTelling = ({ document, record, name, role, report, evidence }: ActorTelling): Telling => ({
  document,
  record,
  label: `${name}${role === null ? '' : `, ${role}`} — ${report.publisher ?? 'no publisher named'}, ${dayText(report.published)}`,
  words: evidence?.text ?? null,
});

const Split = ({ actor, close }: FormProps) => {
  const query = useApiNow('/actors/{id}/tellings', { limit: '200' }, { id: actor.id });
  return (
    <Shown query={query} what="the reports">
      {({ items }) => (
        <SplitForm
          kind="actor"
          one={actor}
          tellings={items.map(toTelling)}
          legend="Reports that mean somebody else"
          done={(count) => `${plural(count, 'report')} ${count === 1 ? 'tells' : 'tell'} of somebody else.`}
          close={close}
        />
      )}
    </Shown>
  );
};

/** What people can say of an actor of the ledger: that another one is the same, that some reports mean somebody else. */
export const ActorTools = ({ actor }: { readonly actor: ActorName }) => (
  <NodeTools
    name={actor.name}
    questions={[
      {
        verb: 'Merge',
        title: `Who else is ${actor.name}?`,
        form: (close) => <Merge actor={actor} close={close} />,
      },
      {
        verb: 'Split',
        title: `Who is not ${actor.name}?`,
        form: (close) => <Split actor={actor} close={close} />,
      },
    ]}
  />
);
