import type { Ledger, NodeItem } from '../../service/index.ts';
import type { Call, Command, Option, Terminal } from '../command.ts';
import { checkedDate } from '../dates.ts';
import { agendaCalendar, type CalendarItem } from '../export/agenda-calendar.ts';
import { count } from '../page/words.ts';
import { asOfOption, itemsOf } from './asked.ts';
import { actorOption, agendaList, askedOf, reportsOption } from './node-lists.ts';
import { limitOption } from './numbers.ts';
import { ledgerOption, withLedger } from './open-ledger.ts';
import { asList, type Listed, listFormatOption, printLists } from './print-list.ts';

const states = ['scheduled', 'postponed', 'rescheduled', 'cancelled', 'held', 'did not happen'];

const stateOption: Option = {
  name: 'state',
  value: 'STATE',
  choices: states,
  description: 'Only items whose newest state this is.',
};

/** Which days of an agenda are asked for, and which state. */
interface Wanted {
  readonly from: string | null;
  readonly until: string | null;
  readonly state: string | null;
}

const startOf = ({ summary: { when } }: NodeItem<'agenda'>): string | null => when?.start ?? null;

const isWanted = (item: NodeItem<'agenda'>, { from, until, state }: Wanted): boolean => {
  if (state !== null && item.summary.state !== state) return false;
  if (from === null && until === null) return true;
  const start = startOf(item);
  const end = item.summary.when?.end ?? start;
  if (start === null || end === null) return false;
  return (from === null || end > from || start >= from) && (until === null || start < until);
};

/** The agenda in the order of its days; what has no day yet comes last. */
export const agendaItems = async (
  ledger: Ledger,
  { from, until, state }: Wanted,
  filter: { readonly actor?: string | undefined; readonly reports?: number | undefined },
  asOf: string | null,
  limit: number,
): Promise<readonly NodeItem<'agenda'>[]> => {
  const items: NodeItem<'agenda'>[] = [];
  for await (const item of itemsOf((page) => ledger.nodes('agenda', { filter, asOf, ...page }))) {
    if (isWanted(item, { from, until, state })) items.push(item);
    if (items.length >= limit) break;
  }
  const key = (item: NodeItem<'agenda'>): string => startOf(item) ?? '9999';
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** Items for a calendar, with the words that a list shows. */
export const calendarItems = ({ items, entry }: Listed<NodeItem<'agenda'>>): readonly CalendarItem[] =>
  items.map((item) => {
    const { title, label, quotes } = entry(item);
    const words = quotes.map(({ before, words: own, after, source }) =>
      `“${before}${own}${after}” ${source[0] ?? ''}`.trim(),
    );
    const steps = item.summary.steps.map(({ state, when }) => `${state}${when?.value ? ` for ${when.value}` : ''}`);
    return {
      id: item.id,
      when: item.summary.when,
      state: item.summary.state,
      title: label === '' ? title : `${label}: ${title}`,
      place: item.summary.place,
      description: [`${steps.join(' → ') || item.summary.state}.`, ...words].join('\n'),
      changed: item.at,
    };
  });

const run = (call: Call, terminal: Terminal): Promise<number> => {
  const wanted = {
    from: checkedDate(call, 'from', 'agenda'),
    until: checkedDate(call, 'until', 'agenda'),
    state: call.value('state'),
  };
  return withLedger({ call, terminal, command: 'agenda' }, async (ledger) => {
    const { asOf, limit, ...filter } = await askedOf(ledger, call, 'agenda');
    const isCalendar = call.value('format') === 'ics';
    const most = isCalendar ? Number.POSITIVE_INFINITY : limit;
    const list = await agendaList(ledger, await agendaItems(ledger, wanted, filter, asOf, most), asOf);
    if (!isCalendar) return printLists(call, terminal, [asList(list)]);
    const { text, left } = agendaCalendar(calendarItems(list));
    await terminal.out.write(text);
    if (left > 0) await terminal.err.write(`readout: ${count(left, 'item')} without a date left out.\n`);
    return 0;
  });
};

/** `readout agenda`: what is planned, and what became of it. */
export const agendaCommand: Command = {
  name: 'agenda',
  operands: '',
  summary:
    'List what is planned or was: its day, its state, and the report behind each step (postponed, cancelled, held).',
  atLeast: 0,
  atMost: 0,
  options: [
    ledgerOption,
    actorOption,
    { name: 'from', value: 'DATE', description: 'Only items that lie on this day or later.' },
    { name: 'until', value: 'DATE', description: 'Only items that lie before this day.' },
    stateOption,
    reportsOption,
    asOfOption,
    limitOption,
    {
      ...listFormatOption,
      choices: [...(listFormatOption.choices ?? []), 'ics'],
      description: 'What to print; ics is all of it as an iCalendar file (RFC 5545), whose entries keep their ids.',
    },
  ],
  details: ['In the order of days; what has no day yet comes last, and is left out of a calendar.'],
  run,
};
