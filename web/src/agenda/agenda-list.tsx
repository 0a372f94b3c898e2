import { type RecordItem, refKey } from '../api/record.ts';
import type { AgendaNode } from '../api/schema.ts';
import { useRecords } from '../api/use-api.ts';
import { ActorLinks } from '../ui/actor-links.tsx';
import { CountsText } from '../ui/counts-text.tsx';
import { ReportLink } from '../ui/report-link.tsx';
import { AgendaSteps } from './agenda-steps.tsx';
import { StateMark } from './state-mark.tsx';
import { whenText } from './when-text.ts';

type Records = ReadonlyMap<string, RecordItem>;

const wordsOf = (item: RecordItem | undefined): string | null => {
  if (item === undefined) return null;
  return item.kind === 'event' ? item.sentence : item.record.content.map(({ text }) => text).join(' … ');
};

const AgendaItem = ({
  node,
  records,
  level,
}: {
  readonly node: AgendaNode;
  readonly records: Records;
  readonly level: 2 | 3;
}) => {
  const { when, place, state, steps } = node.summary;
  const told = steps.map((step) => records.get(refKey(step))).findLast((item) => item !== undefined);
  return (
    <li className={`item state-${state.replaceAll(' ', '-')}`}>
      <h3 className="when">
        {whenText(when)} <StateMark state={state} />
      </h3>
      <p>
        <ActorLinks actors={node.actors} none="nobody named" />
        {place !== null && <span> · {place}</span>}
      </p>
      {told !== undefined && (
        <p className="quote">
          {wordsOf(told)} <ReportLink report={told.report} row={told.id} />
        </p>
      )}
      {level === 2 && (
        <p className="faint">
          <CountsText counts={node.counts} />
        </p>
      )}
      {steps.length > 1 && <AgendaSteps steps={steps} records={records} />}
    </li>
  );
};

/** Items of the agenda, each with the words of the last report that tells of it. */
export const AgendaList = ({ items, level }: { readonly items: readonly AgendaNode[]; readonly level: 2 | 3 }) => {
  const { data } = useRecords(items.flatMap(({ summary }) => summary.steps));
  return (
    <ol className="items">
      {items.map((node) => (
        <AgendaItem key={node.id} node={node} records={data ?? new Map()} level={level} />
      ))}
    </ol>
  );
};
