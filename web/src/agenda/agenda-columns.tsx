import type { AgendaNode } from '../api/schema.ts';
import { Panel } from '../ui/panel.tsx';
import { plural } from '../ui/plural.ts';
import { Empty } from '../ui/shown.tsx';
import { AgendaList } from './agenda-list.tsx';
import { agendaOf } from './order.ts';

const Part = ({
  title,
  items,
  empty,
}: {
  readonly title: string;
  readonly items: readonly AgendaNode[];
  readonly empty: string;
}) => (
  <Panel title={title} note={<span className="faint">{plural(items.length, 'item')}</span>}>
    {items.length === 0 ? <Empty>{empty}</Empty> : <AgendaList items={items} level={2} />}
  </Panel>
);

/** The agenda around a moment (ISO 8601): what is ahead, what is past, and what has no day. */
export const AgendaColumns = ({ items, now }: { readonly items: readonly AgendaNode[]; readonly now: string }) => {
  const { ahead, past, open } = agendaOf(items, now);
  return (
    <div className="columns three">
      <Part title="Ahead" items={ahead} empty="Nothing with a date lies ahead." />
      <Part title="Past" items={past} empty="Nothing was planned for a day that is past." />
      <Part title="Without a date" items={open} empty="Every plan has its date." />
    </div>
  );
};
