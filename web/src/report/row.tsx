import { memo } from 'react';
import type { RecordItem } from '../api/record.ts';
import type { Deciding } from '../correct/use-correct.ts';
import type { Found } from '../correct/values.ts';
import { ActMark } from '../ui/act.tsx';
import { stretchText } from '../ui/dates.ts';
import { RealisMark } from '../ui/realis.tsx';
import type { Choice } from './article.tsx';
import { RowTools } from './row-tools.tsx';

interface RowProps {
  readonly item: RecordItem;
  readonly found: Found;
  readonly choice: Choice;
  readonly isTabStop: boolean;
  readonly deciding: Deciding | null;
  readonly decide: (what: Deciding | null) => void;
}

const names = (actors: readonly { readonly name: string }[]): string => actors.map(({ name }) => name).join(', ');

const StatementWords = ({ item }: { readonly item: RecordItem & { readonly kind: 'statement' } }) => (
  <>
    <span className="row-head">
      <b>{names(item.speakers) || item.record.source?.text || 'not named'}</b> <ActMark act={item.record.act} />
      {item.said !== null && <span className="faint"> {stretchText(item.said.start, item.said.end, null)}</span>}
    </span>
    <span className="quote">{item.record.content.map(({ text }) => text).join(' … ')}</span>
  </>
);

const EventWords = ({ item }: { readonly item: RecordItem & { readonly kind: 'event' } }) => (
  <>
    <span className="row-head">
      <b>{names(item.actors) || 'somebody'}</b> <span className="type">{item.record.type}</span>
      {item.recipients.length > 0 && <b> → {names(item.recipients)}</b>} <RealisMark realis={item.record.realis} />
    </span>
    <span className="quote">
      {item.record.trigger.text}
      {item.when !== null && (
        <span className="faint"> · {stretchText(item.when.start, item.when.end, item.when.grain)}</span>
      )}
      {item.place !== null && <span className="faint"> · {item.place.name}</span>}
    </span>
  </>
);

const RowView = ({ item, found, choice, isTabStop, deciding, decide }: RowProps) => {
  const { id, review, record } = item;
  const isChosen = choice.chosen === id;
  const state = `${isChosen ? ' chosen' : ''}${choice.pointed === id ? ' pointed' : ''} ${review}`;
  return (
    <li className={`report-row${state}`} onMouseEnter={() => choice.point(id)} onMouseLeave={() => choice.point(null)}>
      <button
        type="button"
        data-row={id}
        tabIndex={isTabStop ? 0 : -1}
        aria-pressed={isChosen}
        onClick={() => choice.choose(isChosen ? null : id)}
      >
        {item.kind === 'statement' ? <StatementWords item={item} /> : <EventWords item={item} />}
        {review !== 'none' && <span className="mark review">{review}</span>}
      </button>
      {isChosen && (
        <>
          <RowTools item={item} found={found} deciding={deciding} decide={decide} />
          <p className="faint rule">
            rule <code>{record.rule}</code>
          </p>
        </>
      )}
    </li>
  );
};

const stateOf = ({ item: { id }, choice }: RowProps): string => `${choice.chosen === id} ${choice.pointed === id}`;

/**
 * One row: what, who, realis, and, where it is chosen, what can be decided of it. Drawn again only when it is itself chosen,
 * pointed at or changed: a long report has hundreds.
 */
export const Row = memo(
  RowView,
  (before, after) =>
    before.item === after.item &&
    before.found === after.found &&
    before.isTabStop === after.isTabStop &&
    before.deciding === after.deciding &&
    before.choice.choose === after.choice.choose &&
    stateOf(before) === stateOf(after),
);
