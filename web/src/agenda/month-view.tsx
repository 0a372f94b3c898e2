import type { AgendaNode } from '../api/schema.ts';
import { dayText } from '../ui/dates.ts';
import { Panel } from '../ui/panel.tsx';
import { Empty } from '../ui/shown.tsx';
import { AgendaList } from './agenda-list.tsx';
import { dayAfter, meets, monthAfter, monthOf, type Placed, placed, type Stretch } from './month.ts';
import { MonthGrid } from './month-grid.tsx';
import { MonthHead } from './month-head.tsx';
import { useAgendaSearch } from './use-agenda-search.ts';

const byStart = (a: Placed, b: Placed): number => a.first.localeCompare(b.first);
const itemsOf = (all: readonly Placed[]): readonly AgendaNode[] => [
  ...new Set(all.toSorted(byStart).map(({ item }) => item)),
];

/** The month that is shown unless the address names one: that of today where it has something, else of the nearest item. */
const firstMonth = (all: readonly Placed[], today: string): string => {
  const distance = ({ first }: Placed): number => Math.abs(Date.parse(first) - Date.parse(today));
  const nearest = all.filter(({ kind }) => kind !== 'vague').toSorted((a, b) => distance(a) - distance(b))[0];
  const here = all.some(({ first, last }) => monthOf(first) <= monthOf(today) && monthOf(last) >= monthOf(today));
  return monthOf(here || nearest === undefined ? today : nearest.first);
};

const Beside = ({
  title,
  items,
  empty,
}: {
  readonly title: string;
  readonly items: readonly AgendaNode[];
  readonly empty: string;
}) => (
  <Panel title={title}>{items.length === 0 ? <Empty>{empty}</Empty> : <AgendaList items={items} level={3} />}</Panel>
);

/** The agenda as a month: what has a day on its day, short stretches as bars over theirs, and what is vaguer beside it. */
export const MonthView = ({ items, today }: { readonly items: readonly AgendaNode[]; readonly today: string }) => {
  const { search, set } = useAgendaSearch();
  const all = placed(items);
  const month = /^\d{4}-\d\d$/.test(search.month ?? '') ? (search.month ?? '') : firstMonth(all, today);
  const whole: Stretch = { first: `${month}-01`, last: dayAfter(`${monthAfter(month, 1)}-01`, -1) };
  const { day } = search;
  const wanted = day === undefined ? whole : { first: day, last: day };
  const here = all.filter((each) => meets(each, wanted));
  const vague = all.filter((each) => each.kind === 'vague' && meets(each, whole));
  const undated = items.filter(({ summary }) => (summary.when?.start ?? null) === null);
  return (
    <>
      <MonthHead month={month} today={today} onMonth={(next) => set({ month: next, day: undefined })} />
      <div className="month-view">
        <MonthGrid
          month={month}
          today={today}
          chosen={day}
          all={all}
          onMonth={(next) => set({ month: next })}
          onChoose={(next) => set({ month, day: next === day ? undefined : next })}
        />
        <div className="stack">
          <Beside
            title={day === undefined ? 'In this month' : dayText(day)}
            items={itemsOf(here.filter(({ kind }) => kind !== 'vague'))}
            empty={day === undefined ? 'Nothing has a day in this month.' : 'Nothing is known for this day.'}
          />
          <Beside
            title="Some time then, no day given"
            items={itemsOf(vague)}
            empty="Nothing is planned for the month, quarter or year as such."
          />
          {undated.length > 0 && <Beside title="Without a date" items={undated} empty="" />}
        </div>
      </div>
    </>
  );
};
