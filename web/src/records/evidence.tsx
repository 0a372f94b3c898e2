import { use } from 'react';
import type { RecordItem } from '../api/record.ts';
import type { Span } from '../api/schema.ts';
import { CountsText } from '../ui/counts-text.tsx';
import { ReportLink } from '../ui/report-link.tsx';
import { RowToolsContext } from './row-tools.ts';
import { TellingsLink } from './tellings-link.tsx';

const Words = ({ name, spans }: { readonly name: string; readonly spans: readonly (Span | null)[] }) => {
  const there = spans.filter((span) => span !== null);
  if (there.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{there.map(({ text }) => text).join(' … ')}</dd>
    </div>
  );
};

const Spans = ({ item }: { readonly item: RecordItem }) => {
  if (item.kind === 'event')
    return (
      <>
        <Words name="Trigger" spans={[item.record.trigger]} />
        <div>
          <dt>Sentence</dt>
          <dd>{item.sentence}</dd>
        </div>
      </>
    );
  const { source, cue, content, addressee } = item.record;
  return (
    <>
      <Words name="Source" spans={[source]} />
      <Words name="Cue" spans={[cue]} />
      <Words name="Content" spans={content} />
      <Words name="To" spans={[addressee]} />
    </>
  );
};

/** The exact words that a record rests on, where they stand, what made the record, and what can be said of it. */
export const Evidence = ({ item }: { readonly item: RecordItem }) => {
  const Tools = use(RowToolsContext);
  return (
    <div className="evidence">
      <dl className="words">
        <Spans item={item} />
      </dl>
      <p className="faint">
        {item.report.title ?? 'A report without a headline'} · <ReportLink report={item.report} row={item.id} /> ·{' '}
        <CountsText counts={item.counts} /> · rule <code>{item.record.rule}</code>
      </p>
      <div className="buttons across">
        <span className="faint">
          In other reports: <TellingsLink item={item} />
        </span>
        {Tools !== null && <Tools item={item} isOne />}
      </div>
    </div>
  );
};
