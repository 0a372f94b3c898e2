import { Link } from '@tanstack/react-router';
import { AgendaList } from '../agenda/agenda-list.tsx';
import { useApi } from '../api/use-api.ts';
import { DisputeList } from '../disputes/dispute-list.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';

interface NodesProps {
  /** The situation. */
  readonly id: string;
}

const SHOWN = '8';

/** What is disputed in a situation, both sides with their words. */
export const SituationDisputes = ({ id }: NodesProps) => {
  const query = useApi('/disputes', { situation: id, limit: SHOWN });
  return (
    <Panel
      title="Disputed"
      note={
        <Link to="/disputes" search={{ situation: id }}>
          all disputes of it
        </Link>
      }
    >
      <Shown query={query} what="disputes">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Nobody in it denies or contradicts anything.</Empty>
          ) : (
            <DisputeList nodes={items} level={3} />
          )
        }
      </Shown>
    </Panel>
  );
};

/** What is planned in a situation and what became of it, the latest day first. */
export const SituationAgenda = ({ id }: NodesProps) => {
  const query = useApi('/agenda', { situation: id, order: 'latest', limit: SHOWN });
  return (
    <Panel
      title="Agenda"
      note={
        <Link to="/agenda" search={{ situation: id }}>
          whole agenda of it
        </Link>
      }
    >
      <Shown query={query} what="the agenda">
        {({ items }) =>
          items.length === 0 ? <Empty>Nothing is planned in it.</Empty> : <AgendaList items={items} level={3} />
        }
      </Shown>
    </Panel>
  );
};
