import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RecordItem } from '../api/record.ts';
import type { Deciding } from '../correct/use-correct.ts';
import type { Found } from '../correct/values.ts';
import { plural } from '../ui/plural.ts';
import { Empty } from '../ui/shown.tsx';
import type { Choice } from './article.tsx';
import { Row } from './row.tsx';

interface RowListProps {
  readonly rows: readonly RecordItem[];
  readonly found: Found;
  readonly choice: Choice;
  /** Puts the keyboard on the words of a row. */
  readonly goToWords: (row: string) => void;
}

const decisions: Readonly<Record<string, Deciding>> = { a: 'accept', x: 'reject', e: 'edit' };

const stepOf = (key: string, at: number, count: number): number | null => {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined || to < 0 || to >= count ? null : to;
};

/** Keys on a row: arrows to the next, Enter to its words, a letter to decide. */
const useRowKeys = ({ rows, choice, goToWords }: RowListProps, decide: (what: Deciding | null) => void) => {
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = buttons.indexOf(event.target as HTMLElement);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = stepOf(event.key, at, buttons.length);
    const row = rows[at]?.id ?? '';
    if (to !== null) {
      buttons[to]?.focus();
      choice.choose(rows[to]?.id ?? null);
      decide(null);
    } else if (event.key === 'Enter' || event.key === 'ArrowLeft') {
      choice.choose(row);
      goToWords(row);
    } else if (event.key in decisions) {
      choice.choose(row);
      decide(decisions[event.key] ?? null);
    } else return;
    event.preventDefault();
  };
  return { list, onKeyDown };
};

/** Brings the chosen row and its words into sight. */
const useInSight = (chosen: string | null): void => {
  useEffect(() => {
    if (chosen === null) return;
    const row = CSS.escape(chosen);
    document.querySelector(`.words[data-rows~="${row}"]`)?.scrollIntoView({ block: 'nearest' });
    document.querySelector(`.report-row:has([data-row="${row}"])`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
};

const Keys = () => (
  <p className="faint keys">
    <kbd>↑</kbd> <kbd>↓</kbd> rows · <kbd>Enter</kbd> words and back · <kbd>a</kbd> accept · <kbd>x</kbd> reject ·{' '}
    <kbd>e</kbd> edit
  </p>
);

/** "22 statements · 11 events". */
export const countsOf = (rows: readonly RecordItem[]): string => {
  const said = rows.filter(({ kind }) => kind === 'statement').length;
  return `${plural(said, 'statement')} · ${plural(rows.length - said, 'event')}`;
};

/** What was read out of a report, in the order of its text. */
export const RowList = (props: RowListProps) => {
  const { rows, found, choice } = props;
  const [deciding, decide] = useState<Deciding | null>(null);
  const { list, onKeyDown } = useRowKeys(props, decide);
  useInSight(choice.chosen);
  if (rows.length === 0) return <Empty>No statement and no event was found in this report.</Empty>;
  const stop = rows.some(({ id }) => id === choice.chosen) ? choice.chosen : rows[0]?.id;
  return (
    <>
      <h2>{countsOf(rows)}</h2>
      <Keys />
      <ol ref={list} className="report-rows" onKeyDown={onKeyDown}>
        {rows.map((item) => (
          <Row
            key={item.id}
            item={item}
            found={found}
            choice={choice}
            isTabStop={item.id === stop}
            deciding={item.id === choice.chosen ? deciding : null}
            decide={decide}
          />
        ))}
      </ol>
    </>
  );
};
