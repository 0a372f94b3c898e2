import { ActMark } from '../ui/act.tsx';
import { ActorLinks } from '../ui/actor-links.tsx';
import { dayText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';
import { RealisMark } from '../ui/realis.tsx';
import { ReportLink } from '../ui/report-link.tsx';
import { type Version, wordsOf } from './versions.ts';
import type { Part } from './word-diff.ts';

const reasons: Readonly<Record<Version['reason'], string | null>> = {
  told: null,
  asserts: 'what the telling rests on',
  'same speaker': 'said besides, about the same',
};

const PartOf = ({ kind, text }: Part) => {
  if (kind === 'gone') return <del>{text}</del>;
  return kind === 'new' ? <ins>{text}</ins> : <span>{text}</span>;
};

const Words = ({ version: { item, changed } }: { readonly version: Version }) => {
  const parts = changed?.words ?? null;
  if (parts === null) return <p className="quote">{wordsOf(item)}</p>;
  return (
    <p className="quote">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing but their place
        <span key={index}>
          <PartOf {...part} />{' '}
        </span>
      ))}
    </p>
  );
};

const Who = ({ item }: Pick<Version, 'item'>) =>
  item.kind === 'event' ? (
    <>
      <ActorLinks actors={item.actors} none="somebody not named" /> <b className="type">{item.record.type}</b>{' '}
      <RealisMark realis={item.record.realis} />
    </>
  ) : (
    <>
      <ActorLinks actors={item.speakers} none={item.record.source?.text ?? 'somebody not named'} />{' '}
      <ActMark act={item.record.act} />
    </>
  );

const isReworded = ({ changed }: Version): boolean => changed !== null && changed.words === null;
const isSameWords = ({ changed }: Version): boolean => changed?.words?.every(({ kind }) => kind === 'same') === true;

/** What changed, in a word: that is what the marks in the text show. */
const ChangeText = ({ version }: { readonly version: Version }) => {
  const { changed } = version;
  if (changed === null) return null;
  const words = isReworded(version) ? 'in other words' : isSameWords(version) ? 'same words' : 'words changed';
  return (
    <span className="change">
      {changed.was !== null && <b>was {changed.was} · </b>}
      {words}
    </span>
  );
};

/** One version of what a side said: when, who, how it differs, the words, and where they stand. */
export const VersionItem = ({ version }: { readonly version: Version }) => {
  const { item, reason, repeated } = version;
  return (
    <li className="version">
      <p className="version-head">
        <time dateTime={item.at.slice(0, 10)}>{dayText(item.at)}</time> <Who item={item} />{' '}
        <ChangeText version={version} />
      </p>
      <Words version={version} />
      <p className="faint">
        <ReportLink report={item.report} row={item.id} />
        {reasons[reason] !== null && ` · ${reasons[reason]}`}
        {repeated.length > 0 && ` · the same in ${plural(repeated.length, 'report')} more`}
      </p>
    </li>
  );
};
