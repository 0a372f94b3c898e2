import { Link } from '@tanstack/react-router';
import { type RecordItem, type Ref, refKey } from '../api/record.ts';
import type { DisputeNode } from '../api/schema.ts';
import { useRecords } from '../api/use-api.ts';
import { ActorLinks } from '../ui/actor-links.tsx';
import { CountsText } from '../ui/counts-text.tsx';
import { Side } from './side.tsx';

/** The level of the headings: below the page's own, or below a panel's. */
type Level = 2 | 3;
type Records = ReadonlyMap<string, RecordItem>;

const kinds: Readonly<Record<DisputeNode['summary']['kind'], string>> = {
  denies: 'denies it',
  contradicts: 'contradicts it',
  'disputes-characterization': 'disputes how it is put',
};

interface DisputeProps {
  readonly node: DisputeNode;
  readonly records: Records | undefined;
  readonly level: Level;
  /** Whether it has a page to itself: then nothing leads there. */
  readonly isAlone: boolean;
}

const Dispute = ({ node, records, level, isAlone }: DisputeProps) => {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { claim, counters, kind } = node.summary;
  const itemOf = (ref: Ref) => (records === undefined ? undefined : (records.get(refKey(ref)) ?? null));
  return (
    <li className="dispute">
      {!isAlone && (
        <Heading>
          <Link to="/disputes/$id" params={{ id: node.id }}>
            {node.name}
          </Link>
        </Heading>
      )}
      <p className="faint">
        Between <ActorLinks actors={node.actors} none="parties that are not named" />
      </p>
      <div className="sides">
        <Side title="Claim" item={itemOf(claim)} />
        <div>
          {counters.map((counter) => (
            <Side key={refKey(counter)} title={`Counter: ${kinds[kind]}`} item={itemOf(counter)} />
          ))}
        </div>
      </div>
      <p className="faint">
        <CountsText counts={node.counts} />
        {!isAlone && (
          <>
            {' · '}
            <Link to="/disputes/$id" params={{ id: node.id }}>
              how the words changed
              <span className="unseen"> between {node.actors.map(({ name }) => name).join(' and ')}</span>
            </Link>
          </>
        )}
      </p>
    </li>
  );
};

const refsOf = ({ summary: { claim, counters } }: DisputeNode): readonly Ref[] => [claim, ...counters];

interface DisputeListProps {
  readonly nodes: readonly DisputeNode[];
  readonly level: Level;
  readonly isAlone?: boolean;
}

/** Disputes, claim and counter side by side, both with their words. */
export const DisputeList = ({ nodes, level, isAlone = false }: DisputeListProps) => {
  const { data } = useRecords(nodes.flatMap(refsOf));
  return (
    <ol className="items">
      {nodes.map((node) => (
        <Dispute key={node.id} node={node} records={data} level={level} isAlone={isAlone} />
      ))}
    </ol>
  );
};
