import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { get } from '../api/client.ts';
import type { ActorName, ActorNode } from '../api/schema.ts';
import { plural } from '../ui/plural.ts';

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

/** Finds an actor by its name: ↑ and ↓ go through what is found, Enter takes one, Escape leaves. */
export const ActorSearch = ({ label, onPick, without = [] }: ActorSearchProps) => {
  const [name, type] = useState('');
  const [at, go] = useState(0);
  const list = useId();
  const found = useFound(name, without);
  const pick = (actor: ActorNode | undefined): void => {
    if (actor === undefined) return;
    type('');
    go(0);
    onPick(actor);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp')
      go((found.length + at + (key === 'ArrowDown' ? 1 : -1)) % Math.max(1, found.length));
    else if (key === 'Enter') pick(found[at]);
    else if (key === 'Escape' && name !== '') type('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="actor-search">
      <label className="field">
        <span>{label}</span>
        <input
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
          autoComplete="off"
          value={name}
          placeholder="part of a name"
          onChange={({ target }) => {
            type(target.value);
            go(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={list} role="listbox" aria-label={`${label}: found`} hidden={found.length === 0}>
        {found.map((actor, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the keyboard stays in the field, which names the chosen one
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          <div
            key={actor.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => pick(actor)}
          >
            {actor.name} <span className="faint">{aboutOf(actor)}</span>
          </div>
        ))}
      </div>
    </div>
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
