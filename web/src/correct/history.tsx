import { useState } from 'react';
import type { RecordItem } from '../api/record.ts';
import { useApi } from '../api/use-api.ts';
import { momentText } from '../ui/dates.ts';
import { Shown } from '../ui/shown.tsx';
import { decisionWords } from './change-words.ts';
import { differences, type Moment, momentsOf, type Version } from './timeline.ts';

const VersionWords = ({ version, before }: { readonly version: Version; readonly before: Version | null }) => {
  const changed = differences(before?.record ?? {}, version.record);
  return (
    <>
      {before === null ? 'The engine read it so' : 'It reads so'}
      {version.review !== 'none' && <span className="mark review">{version.review}</span>}
      {before === null && version.engine !== null && <code className="faint"> {version.engine}</code>}
      {before !== null && version.engine !== before.engine && (
        <span className="faint"> (by the engine {version.engine})</span>
      )}
      {changed.length > 0 && (
        <dl className="words">
          {changed.map(({ field, was, is }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                {before !== null && (
                  <>
                    <del>{was}</del> →{' '}
                  </>
                )}
                {is}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
};

const MomentWords = ({ moment }: { readonly moment: Moment }) => {
  if (moment.kind === 'version') return <VersionWords version={moment.version} before={moment.before} />;
  const { change, author, why, state } = moment.correction;
  if (moment.kind === 'undone') {
    const { undoneBy, undoneWhy } = moment.correction;
    return (
      <>
        {undoneBy === null ? 'Taken back: ' : <b>{undoneBy}</b>}
        {undoneBy !== null && ' took back: '}
        {decisionWords(change)}
        {undoneWhy !== null && <q>{undoneWhy}</q>}
      </>
    );
  }
  return (
    <>
      <b>{author}</b> {decisionWords(change)}
      {why !== null && <q>{why}</q>}
      {state === 'undone' && <span className="faint"> · no longer holds</span>}
      {state === 'unanchored' && (
        <span className="faint"> · waits: the engine in use finds no such row, so this is passed over</span>
      )}
    </>
  );
};

/** All that was decided of a row and all that it has been, the oldest first. */
const Moments = ({ item }: { readonly item: RecordItem }) => {
  const corrections = useApi('/corrections', { document: item.report.id, record: item.id, limit: '1000' });
  const versions = useApi(
    '/versions/{kind}/{report}/{record}',
    {},
    {
      kind: item.kind,
      report: item.report.id,
      record: item.id,
    },
  );
  return (
    <Shown query={corrections} what="the decisions">
      {({ items: decided }) => (
        <Shown query={versions} what="the versions">
          {({ items: been }) => (
            <ol className="history">
              {momentsOf(been as readonly Version[], decided).map((moment) => (
                <li key={moment.key}>
                  <time className="faint" dateTime={moment.at}>
                    {momentText(moment.at)}
                  </time>
                  <div>
                    <MomentWords moment={moment} />
                  </div>
                </li>
              ))}
            </ol>
          )}
        </Shown>
      )}
    </Shown>
  );
};

/** The history of a row: what the engine said first, who decided what, when and why, and what is passed over. */
export const History = ({ item }: { readonly item: RecordItem }) => {
  const [isOpen, open] = useState(false);
  return (
    <details className="behind" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>History</summary>
      {isOpen && <Moments item={item} />}
    </details>
  );
};
