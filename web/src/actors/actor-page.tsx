import { Link, useParams } from '@tanstack/react-router';
import type { ActorNode } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { ActorTools } from '../correct/actor-tools.tsx';
import { NodeDecisions } from '../correct/node-decisions.tsx';
import { CountsText } from '../ui/counts-text.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Panel } from '../ui/panel.tsx';
import { Shown } from '../ui/shown.tsx';
import { ActorEvents, ActorStatements } from './actor-records.tsx';
import { KnownAs } from './known-as.tsx';
import { MentionsPanel } from './mentions-panel.tsx';

/** Who an actor is, according to whom, in which words, and since when. */
const Who = ({ actor }: { readonly actor: ActorNode }) => {
  const { names, roles, affiliations, codes } = actor.summary;
  const query = useApi('/actors/{id}/tellings', {}, { id: actor.id });
  const tellings = query.data?.items ?? [];
  return (
    <Panel title="Who this is, according to whom, since when">
      <KnownAs title="Roles" values={roles} tellings={tellings} field="role" />
      <KnownAs title="Of" values={affiliations} tellings={tellings} field="affiliation" />
      <KnownAs title="Names" values={names} tellings={tellings} field="name" />
      <KnownAs title="Codes" values={codes} tellings={tellings} field="code" />
    </Panel>
  );
};

const Actor = ({ actor }: { readonly actor: ActorNode }) => {
  const { id, name } = actor;
  return (
    <>
      <PageHead title={name}>
        <ActorTools actor={{ id, name }} />
      </PageHead>
      <p className="faint">
        {actor.summary.kind} · <CountsText counts={actor.counts} /> ·{' '}
        <Link to="/disputes" search={{ actor: id }}>
          disputes
        </Link>
      </p>
      <NodeDecisions id={id} />
      <div className="actor-columns">
        <div>
          <Who actor={actor} />
          <MentionsPanel id={id} />
        </div>
        <div>
          <ActorStatements id={id} title="Said" none="No statement names this actor." />
          <ActorStatements
            id={id}
            title="Denies"
            act="deny,refuse"
            none="It denied and refused nothing that was told."
          />
        </div>
        <div>
          <ActorEvents
            id={id}
            title="Did and underwent"
            realis="actual"
            none="Nothing is told as done by it or to it."
          />
          <ActorEvents
            id={id}
            title="Plans, and is expected to"
            realis="planned,expected"
            none="Nothing is planned or expected of it."
          />
        </div>
      </div>
    </>
  );
};

/** One actor: who it is according to whom, what it said, did, plans and denies. */
export const ActorPage = () => {
  const { id } = useParams({ from: '/actors/$id' });
  const query = useApi('/actors/{id}', {}, { id });
  return (
    <>
      {query.data === undefined && <PageHead title="Actor" />}
      <Shown query={query} what="the actor">
        {({ item }) => <Actor key={item.id} actor={item} />}
      </Shown>
    </>
  );
};
