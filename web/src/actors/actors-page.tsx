import { Link, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ActorNode } from '../api/schema.ts';
import { usePages } from '../api/use-api.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { CountsText } from '../ui/counts-text.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Empty, Shown } from '../ui/shown.tsx';

const ActorRow = ({ actor: { id, name, summary, counts } }: { readonly actor: ActorNode }) => (
  <tr>
    <th scope="row">
      <Link to="/actors/$id" params={{ id }}>
        {name}
      </Link>
    </th>
    <td>{summary.kind}</td>
    <td>{summary.roles.at(-1)?.value ?? '—'}</td>
    <td>{summary.affiliations.at(-1)?.value ?? '—'}</td>
    <td>
      <CountsText counts={counts} />
    </td>
  </tr>
);

const ActorTable = ({ actors }: { readonly actors: readonly ActorNode[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <section className="scroll" tabIndex={0} aria-label="Actors, as a table">
    <table className="list">
      <thead>
        <tr>
          {['Name', 'Kind', 'Role', 'Of', 'Told by'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {actors.map((actor) => (
          <ActorRow key={actor.id} actor={actor} />
        ))}
      </tbody>
    </table>
  </section>
);

/** Who is who across reports. */
export const ActorsPage = () => {
  const { name } = useSearch({ from: '/actors' });
  const set = useSetSearch();
  const search = useCallback((words: string | undefined) => set({ name: words }), [set]);
  const query = usePages('/actors', { name, limit: '100' });
  return (
    <>
      <PageHead title="Actors">
        <Link to="/actors/network">as a network</Link>
      </PageHead>
      <search className="filters">
        <SearchField label="Name" value={name} onSearch={search} hint="part of a name" />
      </search>
      <Shown query={query} what="actors">
        {({ pages }) => {
          const actors = pages.flatMap(({ items }) => items);
          return actors.length === 0 ? (
            <Empty>Nobody of that name is in the ledger.</Empty>
          ) : (
            <ActorTable actors={actors} />
          );
        }}
      </Shown>
      <MoreButton query={query} />
    </>
  );
};
