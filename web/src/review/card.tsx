import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { DoubtfulItem } from '../api/schema.ts';
import { useApiNow } from '../api/use-api.ts';
import { EditForm } from '../correct/edit-form.tsx';
import { DrawContext } from '../correct/editing.ts';
import { ofRow } from '../correct/use-correct.ts';
import { marksOf } from '../records/marks.ts';
import type { Mark } from '../records/segments.ts';
import { CountsText } from '../ui/counts-text.tsx';
import { ReportLink } from '../ui/report-link.tsx';
import { Shown } from '../ui/shown.tsx';
import { useRoomy } from '../ui/use-screen.ts';
import { Passage } from './passage.tsx';
import { RowFacts } from './row-facts.tsx';
import type { Decisions } from './use-decisions.ts';
import { WholeReport } from './whole-report.tsx';

const names = {
  a: ['accept', 'Accept'],
  x: ['reject', 'Reject'],
  e: ['edit', 'Edit'],
  s: ['skip', 'Skip'],
  u: ['undo', 'Undo'],
} as const;

/** Characters around the words of a row that are shown at most on each side: fewer where the whole report stands beside it. */
const AROUND = { roomy: 250, alone: 500 } as const;

type Key = keyof typeof names;

const isKey = (key: string): key is Key => key in names;
const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('input, select, textarea, form') !== null;

interface CardProps {
  readonly row: DoubtfulItem;
  readonly decisions: Decisions;
}

/** Puts the keyboard on the card when a row comes, unless it is at work somewhere else on the page. */
const useFocus = (isEditing: boolean) => {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const isFree = activeElement === null || activeElement === document.body || card.current?.contains(activeElement);
    if (isFree === true && !isEditing) card.current?.focus({ preventScroll: true });
  }, [isEditing]);
  return card;
};

const Keys = ({ press, canUndo }: { readonly press: (key: Key) => void; readonly canUndo: boolean }) => (
  <div className="buttons review-keys">
    {(Object.keys(names) as Key[]).map((key) => (
      <button
        key={key}
        type="button"
        className={key === 'a' ? 'primary' : undefined}
        aria-keyshortcuts={key}
        disabled={key === 'u' && !canUndo}
        onClick={() => press(key)}
      >
        {names[key][1]} <kbd>{key}</kbd>
      </button>
    ))}
  </div>
);

const Why = ({ row: { reasons } }: Pick<CardProps, 'row'>) => (
  <ul className="doubts" aria-label="Why it is doubtful">
    {reasons.map(({ reason, words }) => (
      <li key={reason}>{words}</li>
    ))}
  </ul>
);

/** One doubtful row: why it is doubtful, where it stands, what it says; a key for each decision. */
export const Card = ({ row, decisions }: CardProps) => {
  const { item } = row;
  const [isEditing, edit] = useState(false);
  const [drawn, draw] = useState<readonly Mark[] | null>(null);
  const report = useApiNow('/reports/{id}', {}, { id: item.report.id });
  const card = useFocus(isEditing);
  const isRoomy = useRoomy();
  const marks = useMemo(() => drawn ?? marksOf(item), [drawn, item]);
  const press = (key: Key): void => {
    const [action] = names[key];
    if (action === 'undo') decisions.undo?.();
    else if (action === 'edit') edit(true);
    else decisions.decide(row, action, action === 'skip' ? null : ofRow(item, action, null));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isOther = event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target);
    if (isOther || !isKey(event.key)) return;
    event.preventDefault();
    press(event.key);
  };
  return (
    <section ref={card} className="review-card" tabIndex={-1} aria-label="A doubtful row" onKeyDown={onKeyDown}>
      <div className="review-row">
        <div className="review-why">
          <h2>{item.kind === 'statement' ? 'Statement' : 'Event'}</h2>
          <Why row={row} />
        </div>
        <Shown query={report} what="the report">
          {({ item: read }) => (
            <DrawContext value={draw}>
              <Passage report={read} marks={marks} around={isRoomy ? AROUND.roomy : AROUND.alone} />
              <p className="faint">
                {item.report.title ?? 'A report without a headline'} · <ReportLink report={item.report} row={item.id} />{' '}
                · <CountsText counts={item.counts} /> · rule <code>{item.record.rule}</code>
              </p>
              {isEditing ? (
                <EditForm
                  item={item}
                  found={read.readout}
                  save={(change, why) => decisions.decide(row, 'edit', ofRow(item, 'edit', why, change))}
                  cancel={() => edit(false)}
                  isPending={false}
                  error={null}
                />
              ) : (
                <RowFacts item={item} />
              )}
            </DrawContext>
          )}
        </Shown>
        {!isEditing && <Keys press={press} canUndo={decisions.undo !== null} />}
      </div>
      {isRoomy && report.data !== undefined && <WholeReport report={report.data.item} marks={marks} />}
    </section>
  );
};
