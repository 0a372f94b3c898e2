import { Link, useParams } from '@tanstack/react-router';
import type { ActorNode } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { CountsText } from '../ui/counts-text.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Panel } from '../ui/panel.tsx';
import { Shown } from '../ui/shown.tsx';
import { ActorDid, ActorSaid } from './actor-records.tsx';
import { KnownAs } from './known-as.tsx';

const Actor = ({ actor }: { readonly actor: ActorNode }) => {
  const { kind, names, roles, affiliations, codes } = actor.summary;
  return (
    <>
      <PageHead title={actor.name} />
      <p className="faint">
        {kind} · <CountsText counts={actor.counts} /> ·{' '}
        <Link to="/disputes" search={{ actor: actor.id }}>
          disputes
        </Link>
      </p>
      <div className="columns three">
        <Panel title="Who this is, and since when">
          <KnownAs title="Roles" values={roles} />
          <KnownAs title="Of" values={affiliations} />
          <KnownAs title="Names" values={names} />
          <KnownAs title="Codes" values={codes} />
        </Panel>
        <ActorSaid id={actor.id} />
        <ActorDid id={actor.id} />
      </div>
    </>
  );
};

/** One actor: who it is according to whom, what it said and did. */
export const ActorPage = () => {
  const { id } = useParams({ from: '/actors/$id' });
  const query = useApi('/actors/{id}', {}, { id });
  return (
    <>
      {query.data === undefined && <PageHead title="Actor" />}
      <Shown query={query} what="the actor">
        {({ item }) => <Actor actor={item} />}
      </Shown>
    </>
  );
};
