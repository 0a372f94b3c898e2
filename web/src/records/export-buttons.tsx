import { useState } from 'react';
import { get } from '../api/client.ts';
import type { RecordItem } from '../api/record.ts';
import { useAsOf } from '../api/use-api.ts';
import { plural } from '../ui/plural.ts';
import { toCsv, toJsonLines } from './csv.ts';
import { toQuery } from './filters.ts';
import { useFilters } from './use-filters.ts';

/** Rows that one export has at most: what a browser holds without trouble. `readout export` has no such end. */
const MOST = 50_000;

const save = (name: string, type: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

const formats = {
  csv: ['text/csv', toCsv],
  jsonl: ['application/x-ndjson', toJsonLines],
} as const;

/** All records that match, page by page. */
const gather = async (
  path: '/statements' | '/events',
  query: Readonly<Record<string, string | undefined>>,
): Promise<readonly RecordItem[]> => {
  const items: RecordItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await get(path, { ...query, limit: '1000', cursor });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && items.length < MOST);
  return items;
};

/** Saves what the table shows, all of it, as a file. */
export const ExportButtons = ({ kind }: { readonly kind: 'statements' | 'events' }) => {
  const { filters } = useFilters();
  const as_of = useAsOf();
  const [said, say] = useState('');
  const run = async (format: keyof typeof formats): Promise<void> => {
    say('Gathering …');
    try {
      const items = await gather(`/${kind}`, { ...toQuery(filters), as_of });
      const [type, write] = formats[format];
      save(`${kind}.${format}`, type, write(items));
      say(`${plural(items.length, 'row')} saved.`);
    } catch (error) {
      say(error instanceof Error ? error.message : 'That did not work.');
    }
  };
  return (
    <span className="export">
      <span role="status">{said}</span>
      <button type="button" onClick={() => void run('csv')}>
        Save as CSV
      </button>
      <button type="button" onClick={() => void run('jsonl')}>
        Save as JSONL
      </button>
    </span>
  );
};
