import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.ts';
import type { ActorName, ActorNode } from '../api/schema.ts';
import { plural } from '../ui/plural.ts';
import { FoundSearch } from './found-search.tsx';

interface ActorSearchProps {
  readonly label: string;
  readonly onPick: (actor: ActorNode) => void;
  /** Actors that are not offered. */
  readonly without?: readonly string[];
}

const useFound = (name: string, without: readonly string[]): readonly ActorNode[] => {
  const asked = { name: name.trim(), limit: '8' };
  const { data } = useQuery({
    queryKey: ['/actors', 'search', asked],
    enabled: asked.name !== '',
    queryFn: ({ signal }) => get('/actors', asked, {}, signal),
  });
  return asked.name === '' ? [] : (data?.items.filter(({ id }) => !without.includes(id)) ?? []);
};

/** What tells actors of one name apart. */
const aboutOf = ({ summary, counts }: ActorNode): string =>
  [summary.kind, summary.roles.at(-1)?.value, summary.affiliations.at(-1)?.value, plural(counts.reports, 'report')]
    .filter((part) => part !== undefined)
    .join(' · ');

/** Finds an actor by its name. */
export const ActorSearch = ({ label, onPick, without = [] }: ActorSearchProps) => {
  const [name, type] = useState('');
  const found = useFound(name, without);
  return (
    <FoundSearch label={label} hint="part of a name" words={name} type={type} found={found} onPick={onPick}>
      {(actor) => (
        <>
          {actor.name} <span className="faint">{aboutOf(actor)}</span>
        </>
      )}
    </FoundSearch>
  );
};

interface ActorListProps {
  readonly label: string;
  readonly value: readonly ActorName[];
  readonly onChange: (value: readonly ActorName[]) => void;
}

/** The actors of a field of a row: each can be taken away, others are found by name. */
export const ActorList = ({ label, value, onChange }: ActorListProps) => (
  <fieldset className="actor-list">
    <legend>{label}</legend>
    {value.length === 0 && <span className="faint">nobody</span>}
    {value.map(({ id, name }) => (
      <button key={id} type="button" className="chip" onClick={() => onChange(value.filter((one) => one.id !== id))}>
        {name} <span aria-hidden="true">×</span>
        <span className="unseen">: take away from {label}</span>
      </button>
    ))}
    <ActorSearch
      label={`Add to ${label.toLowerCase()}`}
      without={value.map(({ id }) => id)}
      onPick={({ id, name }) => onChange([...value, { id, name }])}
    />
  </fieldset>
);
