import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

interface FoundSearchProps<T> {
  readonly label: string;
  readonly hint: string;
  /** What was typed, and what was found by it. */
  readonly words: string;
  readonly type: (words: string) => void;
  readonly found: readonly T[];
  readonly onPick: (one: T) => void;
  /** What tells one from another. */
  readonly children: (one: T) => ReactNode;
}

/** Finds something by words: ↑ and ↓ go through what is found, Enter takes one, Escape leaves. */
export const FoundSearch = <T extends { readonly id: string }>(props: FoundSearchProps<T>) => {
  const { label, hint, words, type, found, onPick, children } = props;
  const [at, go] = useState(0);
  const list = useId();
  const pick = (one: T | undefined): void => {
    if (one === undefined) return;
    type('');
    go(0);
    onPick(one);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp')
      go((found.length + at + (key === 'ArrowDown' ? 1 : -1)) % Math.max(1, found.length));
    else if (key === 'Enter') pick(found[at]);
    else if (key === 'Escape' && words !== '') type('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="found-search">
      <label className="field">
        <span>{label}</span>
        <input
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
          autoComplete="off"
          value={words}
          placeholder={hint}
          onChange={({ target }) => {
            type(target.value);
            go(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={list} role="listbox" aria-label={`${label}: found`} hidden={found.length === 0}>
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the keyboard stays in the field, which names the chosen one
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          <div
            key={one.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => pick(one)}
          >
            {children(one)}
          </div>
        ))}
      </div>
    </div>
  );
};
