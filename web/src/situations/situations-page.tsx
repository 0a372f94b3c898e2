import { Link, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { SituationNode } from '../api/schema.ts';
import { usePages } from '../api/use-api.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { CountsText } from '../ui/counts-text.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { situationName, situationTime } from '../ui/situation-name.ts';

const SituationItem = ({ node }: { readonly node: SituationNode }) => (
  <li className="item">
    <Link to="/situations/$id" params={{ id: node.id }}>
      {situationName(node)}
    </Link>
    <p className="faint">
      {situationTime(node)} · <CountsText counts={node.counts} />
    </p>
  </li>
);

/** Stories over days: which reports tell of one thing. */
export const SituationsPage = () => {
  const { name } = useSearch({ from: '/situations' });
  const set = useSetSearch();
  const search = useCallback((words: string | undefined) => set({ name: words }), [set]);
  const query = usePages('/situations', { name, limit: '50' });
  return (
    <>
      <PageHead title="Situations">
        <Link to="/reports">report by report</Link>
      </PageHead>
      <search className="filters">
        <SearchField label="Headline" value={name} onSearch={search} hint="part of a headline" />
      </search>
      <Shown query={query} what="situations">
        {({ pages }) => {
          const nodes = pages.flatMap(({ items }) => items);
          return nodes.length === 0 ? (
            <Empty>No situation goes by such a headline at this moment.</Empty>
          ) : (
            <ol className="items reports">
              {nodes.map((node) => (
                <SituationItem key={node.id} node={node} />
              ))}
            </ol>
          );
        }}
      </Shown>
      <MoreButton query={query} />
    </>
  );
};
