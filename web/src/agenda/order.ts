import type { AgendaNode } from '../api/schema.ts';

/** The agenda by where its items lie from now: ahead (the next first), past (the last first), and without a day. */
export interface Agenda {
  readonly ahead: readonly AgendaNode[];
  readonly past: readonly AgendaNode[];
  readonly open: readonly AgendaNode[];
}

const startOf = ({ summary }: AgendaNode): string => summary.when?.start ?? '';
/** What lasts is ahead until it ends. */
const endOf = (item: AgendaNode): string => item.summary.when?.end ?? startOf(item);

/** Sorts an agenda around a moment (ISO 8601). */
export const agendaOf = (items: readonly AgendaNode[], now: string): Agenda => {
  const dated = items.filter((item) => startOf(item) !== '').toSorted((a, b) => startOf(a).localeCompare(startOf(b)));
  const today = now.slice(0, 10);
  const isAhead = (item: AgendaNode): boolean => endOf(item).slice(0, 10) >= today;
  return {
    ahead: dated.filter(isAhead),
    past: dated.filter((item) => !isAhead(item)).toReversed(),
    open: items.filter((item) => startOf(item) === ''),
  };
};
