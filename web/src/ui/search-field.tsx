import { useEffect, useState } from 'react';

/** How long typing rests before it is searched for, in milliseconds. */
const REST = 150;

interface SearchFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onSearch: (words: string | undefined) => void;
  readonly hint?: string;
}

/** A field whose words are searched for when typing rests. */
export const SearchField = ({ label, value = '', onSearch, hint = '' }: SearchFieldProps) => {
  const [words, type] = useState(value);
  useEffect(() => type(value), [value]);
  useEffect(() => {
    if (words === value) return;
    const timer = setTimeout(() => onSearch(words.trim() === '' ? undefined : words), REST);
    return () => clearTimeout(timer);
  }, [words, value, onSearch]);
  return (
    <label className="field grow">
      <span>{label}</span>
      <input type="search" value={words} placeholder={hint} onChange={({ target }) => type(target.value)} />
    </label>
  );
};
