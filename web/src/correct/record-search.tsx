import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.ts';
import type { RecordItem } from '../api/record.ts';
import { nameOf, shortened, wordsOf } from '../records/told.ts';
import { dayText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';
import { FoundSearch } from './found-search.tsx';
import type { Other } from './merge-form.tsx';

const SHOWN = 6;

/** What is looked through: what has the words, or, where there are none, what the same situation has. */
const askedFor = ({ situation }: RecordItem, words: string) =>
  words === '' ? { situation: situation ?? undefined, limit: '100' } : { text: words, limit: '100' };

const isAlike = (one: RecordItem, other: RecordItem): boolean =>
  one.kind === 'event' && other.kind === 'event'
    ? one.record.type === other.record.type
    : one.kind === 'statement' &&
      other.kind === 'statement' &&
      one.speakers.some(({ id }) => other.speakers.some((speaker) => speaker.id === id));

/** One telling of each other event or statement: those of the same type or speaker first, of these the newest. */
const othersAmong = (items: readonly RecordItem[], item: RecordItem): readonly RecordItem[] => {
  const others = items.filter(
    ({ node }, index) => node !== item.node && items.findIndex((other) => other.node === node) === index,
  );
  return others.toSorted((a, b) => Number(isAlike(b, item)) - Number(isAlike(a, item))).slice(0, SHOWN);
};

const useFound = (item: RecordItem, words: string, isAsked: boolean): readonly RecordItem[] => {
  const path = item.kind === 'event' ? '/events' : '/statements';
  const asked = askedFor(item, words.trim());
  const { data } = useQuery({
    queryKey: [path, 'others', asked],
    enabled: isAsked,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get(path, asked, {}, signal),
  });
  return isAsked ? othersAmong(data?.items ?? [], item) : [];
};

const whereOf = ({ report, counts }: RecordItem): string =>
  `${report.publisher ?? 'no publisher named'}, ${dayText(report.published)} · ${plural(counts.reports, 'report')}`;

interface RecordSearchProps {
  /** A telling of what another is sought for. */
  readonly item: RecordItem;
  readonly onPick: (other: Other) => void;
}

/** Finds another event or statement by its words; before any are typed, those of one kind in the same situation are there. */
export const RecordSearch = ({ item, onPick }: RecordSearchProps) => {
  const [words, type] = useState('');
  const [isPicked, pick] = useState(false);
  const found = useFound(item, words, words.trim() !== '' || !isPicked);
  const rows = found.map((one) => ({ id: one.node, one }));
  return (
    <FoundSearch
      label={`The same ${item.kind}`}
      hint="words of it"
      words={words}
      type={type}
      found={rows}
      onPick={({ id, one }) => {
        pick(true);
        onPick({ id, name: nameOf(one), about: whereOf(one) });
      }}
    >
      {({ one }) => (
        <>
          <b>{nameOf(one)}</b> <span className="faint">{whereOf(one)}</span>
          <span className="quote">{shortened(wordsOf(one), 140)}</span>
        </>
      )}
    </FoundSearch>
  );
};
