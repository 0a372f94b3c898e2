import { Link, useParams } from '@tanstack/react-router';
import { type RecordItem, refKey } from '../api/record.ts';
import type { EventNode, Member, StatementNode } from '../api/schema.ts';
import { useApi, useRecords } from '../api/use-api.ts';
import { NodeDecisions } from '../correct/node-decisions.tsx';
import { RecordTools } from '../correct/record-tools.tsx';
import { EventLine, StatementLine } from '../records/event-line.tsx';
import { nameOf } from '../records/told.ts';
import { CountsText } from '../ui/counts-text.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { SituationLink } from '../ui/situation-link.tsx';

type Node = EventNode | StatementNode;

/** A telling, and why it is taken to be of this event or statement. */
interface Told {
  readonly item: RecordItem;
  readonly reason: string;
}

const toldOf = (members: readonly Member[], records: ReadonlyMap<string, RecordItem>): readonly Told[] =>
  members
    .flatMap((member) => {
      const item = records.get(refKey(member));
      return item === undefined ? [] : [{ item, reason: member.reason }];
    })
    .toSorted((a, b) => b.item.at.localeCompare(a.item.at));

const Telling = ({ item, reason }: Told) => {
  const note = <p className="faint">{reason}</p>;
  return item.kind === 'event' ? (
    <EventLine item={item}>{note}</EventLine>
  ) : (
    <StatementLine item={item}>{note}</StatementLine>
  );
};

const Head = ({ node, told }: { readonly node: Node; readonly told: readonly Told[] }) => {
  const item = told[0]?.item;
  const name = item === undefined ? `An ${node.kind}` : nameOf(item);
  const situation = item?.situation ?? null;
  return (
    <>
      <PageHead title={name}>{item !== undefined && <RecordTools item={item} />}</PageHead>
      <p className="faint">
        {node.kind === 'event' ? 'Event' : 'Statement'} · <CountsText counts={node.counts} /> ·{' '}
        <Link to={node.kind === 'event' ? '/events' : '/statements'} search={{ node: node.id }}>
          as a table
        </Link>
        {situation !== null && (
          <>
            {' · in: '}
            <SituationLink id={situation} />
          </>
        )}
      </p>
    </>
  );
};

const Tellings = ({ node, members }: { readonly node: Node; readonly members: readonly Member[] }) => {
  const records = useRecords(members);
  return (
    <Shown query={records} what="the tellings">
      {(found) => {
        const told = toldOf(members, found);
        return (
          <>
            <Head node={node} told={told} />
            <div className="told">
              <NodeDecisions id={node.id} />
              <Panel
                title="Tellings"
                note={<span className="faint">the newest first, each with why it belongs here</span>}
              >
                {told.length === 0 ? (
                  <Empty>No report tells of it at this moment.</Empty>
                ) : (
                  <ol className="items">
                    {told.map(({ item, reason }) => (
                      <Telling key={`${item.report.id} ${item.id}`} item={item} reason={reason} />
                    ))}
                  </ol>
                )}
              </Panel>
            </div>
          </>
        );
      }}
    </Shown>
  );
};

const ofEvent = ['/event-nodes/{id}', '/event-nodes/{id}/members'] as const;
const ofStatement = ['/statement-nodes/{id}', '/statement-nodes/{id}/members'] as const;

const NodePage = ({ id, kind }: { readonly id: string; readonly kind: 'event' | 'statement' }) => {
  const [one, many] = kind === 'event' ? ofEvent : ofStatement;
  const node = useApi(one, {}, { id });
  const members = useApi(many, { limit: '1000' }, { id });
  const isThere = node.data !== undefined && members.data !== undefined;
  return (
    <>
      {!isThere && <PageHead title={kind === 'event' ? 'An event' : 'A statement'} />}
      <Shown query={node} what={`the ${kind}`}>
        {({ item }) => (
          <Shown query={members} what="the tellings">
            {({ items }) => <Tellings key={item.id} node={item} members={items} />}
          </Shown>
        )}
      </Shown>
    </>
  );
};

/** One event, as all reports tell it. */
export const EventPage = () => <NodePage id={useParams({ from: '/events/$id' }).id} kind="event" />;

/** One statement, as all reports tell it. */
export const StatementPage = () => <NodePage id={useParams({ from: '/statements/$id' }).id} kind="statement" />;
