import { type KeyboardEvent, memo, useMemo, useRef } from 'react';
import type { Document, ReportDetail } from '../api/schema.ts';
import { type Mark, type Segment, segmentsOf } from '../records/segments.ts';

/** Which row is chosen, which is pointed at, and what changes that. */
export interface Choice {
  readonly chosen: string | null;
  readonly pointed: string | null;
  readonly choose: (row: string | null) => void;
  readonly point: (row: string | null) => void;
}

interface ArticleProps {
  readonly report: ReportDetail;
  readonly marks: readonly Mark[];
  readonly choice: Choice;
  /** Puts the keyboard on the row that is chosen. */
  readonly goToRow: (row: string) => void;
}

type Block = Document['blocks'][number];

/** The part that stands out when several rows rest on the same words: that of the row in question, else the first. */
const partFor = (marks: readonly Mark[], rows: readonly (string | null)[]): string => {
  const found = rows.flatMap((row) => marks.filter((mark) => mark.row === row));
  return found[0]?.part ?? '';
};

/** The row after the chosen one among those that rest on the same words. */
const nextRow = (marks: readonly Mark[], chosen: string | null): string | null => {
  const rows = [...new Set(marks.map(({ row }) => row))];
  return rows[(rows.indexOf(chosen ?? '') + 1) % rows.length] ?? null;
};

interface WordsProps {
  readonly text: string;
  readonly segment: Segment;
  readonly choice: Choice;
  readonly isTabStop: boolean;
}

const Words = ({ text, segment: { start, end, marks }, choice, isTabStop }: WordsProps) => {
  const { chosen, pointed, choose, point } = choice;
  const words = text.slice(start, end);
  if (marks.length === 0) return words;
  const lit = partFor(marks, [pointed, chosen]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element would not break over lines as words do
    // biome-ignore lint/a11y/useKeyWithClickEvents: the article handles the keys of all its words
    <span
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={marks.some(({ row }) => row === chosen)}
      className={`words${lit === '' ? '' : ` lit ${lit}`}`}
      data-start={start}
      data-rows={[...new Set(marks.map(({ row }) => row))].join(' ')}
      onMouseEnter={() => point(marks.find(({ row }) => row === chosen)?.row ?? marks[0]?.row ?? null)}
      onMouseLeave={() => point(null)}
      onClick={() => document.getSelection()?.isCollapsed !== false && choose(nextRow(marks, chosen))}
    >
      {words}
    </span>
  );
};

const tags = { heading: 'h2', 'list-item': 'p', dek: 'p', paragraph: 'p', 'pull-quote': 'blockquote' } as const;
const tagOf = (kind: Block['kind']) => (kind in tags ? tags[kind as keyof typeof tags] : 'p');

interface BlockProps extends Omit<WordsProps, 'segment' | 'isTabStop'> {
  readonly block: Block;
  /** The marks on this block's words only. */
  readonly marks: readonly Mark[];
  readonly firstStop: number;
}

/** What of a choice can be seen in a block: a row that has no words in it changes nothing there. */
const seenIn = ({ marks, choice, firstStop, block: { span } }: BlockProps): string => {
  const has = (row: string | null): boolean => row !== null && marks.some((mark) => mark.row === row);
  const stop = firstStop >= span.start && firstStop < span.end ? firstStop : '';
  return `${has(choice.chosen) ? choice.chosen : ''} ${has(choice.pointed) ? choice.pointed : ''} ${stop}`;
};

const isSameBlock = (before: BlockProps, after: BlockProps): boolean =>
  before.marks === after.marks &&
  before.block === after.block &&
  before.choice.choose === after.choice.choose &&
  seenIn(before) === seenIn(after);

/** A block of a report: a long one has hundreds, and pointing at words changes one or two. */
const BlockView = memo(({ block, marks, firstStop, text, choice }: BlockProps) => {
  const Tag = tagOf(block.kind);
  const segments = useMemo(() => segmentsOf(block.span, marks), [block, marks]);
  return (
    <Tag className={`block ${block.kind}`} data-block={block.span.start}>
      {segments.map((segment) => (
        <Words
          key={segment.start}
          text={text}
          segment={segment}
          choice={choice}
          isTabStop={segment.start === firstStop}
        />
      ))}
    </Tag>
  );
}, isSameBlock);

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface WordKeys extends Pick<Choice, 'chosen' | 'choose'> {
  readonly goToRow: (row: string) => void;
}

const rowsAt = (words: HTMLElement | undefined): readonly string[] => words?.dataset.rows?.split(' ') ?? [];

/** Moves the keyboard from words to words with the arrow keys; Enter goes to the row that rests on them. */
const useWordKeys = ({ chosen, choose, goToRow }: WordKeys) => {
  const article = useRef<HTMLElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const words = [...(article.current?.querySelectorAll<HTMLElement>('.words') ?? [])];
    const at = words.indexOf(document.activeElement as HTMLElement);
    const rows = rowsAt(words[at]);
    const next = words[at + (steps[event.key] ?? 0)];
    const isGo = event.key === 'Enter' || event.key === ' ';
    if (!isGo && !(event.key in steps)) return;
    event.preventDefault();
    if (isGo) goToRow(rows.find((row) => row === chosen) ?? rows[0] ?? '');
    else {
      next?.focus();
      choose(rowsAt(next)[0] ?? chosen);
    }
  };
  return { article, onKeyDown };
};

/** The marks of each block, in the order of the blocks. */
const marksByBlock = (blocks: readonly Block[], marks: readonly Mark[]): readonly (readonly Mark[])[] =>
  blocks.map(({ span }) => marks.filter(({ start, end }) => start < span.end && end > span.start));

/** The report as it was laid out, with the words lit up that rows rest on. */
export const Article = memo(({ report, marks, choice, goToRow }: ArticleProps) => {
  const { text, document: laidOut } = report.readout;
  const { article, onKeyDown } = useWordKeys({ ...choice, goToRow });
  const marked = useMemo(() => marksByBlock(laidOut.blocks, marks), [laidOut.blocks, marks]);
  const own = marks.filter(({ row }) => row === choice.chosen);
  const firstStop = Math.min(...(own.length > 0 ? own : marks).map(({ start }) => start));
  return (
    <article lang={laidOut.language} dir="auto" ref={article} onKeyDown={onKeyDown} aria-label="The report">
      {laidOut.blocks.map((block, index) => (
        <BlockView
          key={block.span.start}
          block={block}
          marks={marked[index] ?? []}
          firstStop={firstStop}
          text={text}
          choice={choice}
        />
      ))}
    </article>
  );
});
