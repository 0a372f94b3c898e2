import { Link, useParams } from '@tanstack/react-router';
import type { SituationNode } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { NodeDecisions } from '../correct/node-decisions.tsx';
import { SituationTools } from '../correct/situation-tools.tsx';
import { CountsText } from '../ui/counts-text.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Shown } from '../ui/shown.tsx';
import { situationName, situationTime } from '../ui/situation-name.ts';
import { SituationAgenda, SituationDisputes } from './situation-nodes.tsx';
import { SituationEvents, SituationReports, SituationStatements } from './situation-parts.tsx';

const Situation = ({ node }: { readonly node: SituationNode }) => {
  const { id } = node;
  const name = situationName(node);
  return (
    <>
      <PageHead title={name}>
        <SituationTools one={{ id, name }} />
      </PageHead>
      <p className="faint">
        Situation · {situationTime(node)} · <CountsText counts={node.counts} /> ·{' '}
        <Link to="/map" search={{ situation: id }}>
          on the map
        </Link>{' '}
        ·{' '}
        <Link to="/actors/network" search={{ situation: id }}>
          who is in it
        </Link>
      </p>
      <div className="told">
        <NodeDecisions id={id} />
      </div>
      <div className="actor-columns">
        <div>
          <SituationReports id={id} />
          <SituationAgenda id={id} />
        </div>
        <div>
          <SituationDisputes id={id} />
          <SituationEvents id={id} />
        </div>
        <div>
          <SituationStatements id={id} />
        </div>
      </div>
    </>
  );
};

/** One situation: the reports that tell it, and what is done, said, disputed and planned in it. */
export const OneSituationPage = () => {
  const { id } = useParams({ from: '/situations/$id' });
  const query = useApi('/situations/{id}', {}, { id });
  return (
    <>
      {query.data === undefined && <PageHead title="A situation" />}
      <Shown query={query} what="the situation">
        {({ item }) => <Situation key={item.id} node={item} />}
      </Shown>
    </>
  );
};
