import { type SyntheticEvent, useId, useState } from 'react';
import { Panel } from '../ui/panel.tsx';
import { plural } from '../ui/plural.ts';
import { nameOfText, pastedIn } from './pasted.ts';
import { type Handed, sendQueue } from './sending.ts';

const none = { title: '', publisher: '', published: '', url: '' };
type Said = typeof none;

const fields = [
  ['title', 'Headline', 'text'],
  ['publisher', 'Publisher', 'text'],
  ['published', 'Published on', 'date'],
  ['url', 'Address', 'url'],
] as const;

/** What a text does not say of itself. */
const SaidFields = ({ said, onSay }: { readonly said: Said; readonly onSay: (said: Said) => void }) => (
  <fieldset className="said">
    <legend>What the text does not say of itself</legend>
    {fields.map(([field, label, type]) => (
      <label key={field} className="field grow">
        <span>{label}</span>
        <input
          type={type}
          value={said[field]}
          maxLength={1000}
          onChange={({ target }) => onSay({ ...said, [field]: target.value })}
        />
      </label>
    ))}
  </fieldset>
);

const toHanded = (text: string, said: Said): Handed => {
  const given = Object.entries(said).flatMap(([field, value]) => (value.trim() === '' ? [] : [[field, value.trim()]]));
  return { kind: 'text', name: nameOfText(text, said.title), body: { text, ...Object.fromEntries(given) } };
};

/** A field for addresses, one a line, or for the text of a report. */
export const PasteForm = ({ largest }: { readonly largest: number }) => {
  const [words, type] = useState('');
  const [said, say] = useState<Said>(none);
  const hint = useId();
  const pasted = pastedIn(words);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (pasted.kind === 'nothing') return;
    const handed: readonly Handed[] =
      pasted.kind === 'text' ? [toHanded(pasted.text, said)] : pasted.urls.map((url): Handed => ({ kind: 'url', url }));
    sendQueue.hand(handed, largest);
    type('');
    say(none);
  };
  const label = pasted.kind === 'addresses' ? `Add ${plural(pasted.urls.length, 'address')}` : 'Add this text';
  return (
    <Panel title="Paste an address or a text">
      <form className="paste" onSubmit={submit}>
        <label className="field">
          <span>Addresses, one a line, or the words of a report</span>
          <textarea
            rows={pasted.kind === 'text' ? 8 : 3}
            value={words}
            aria-describedby={hint}
            placeholder="https://…"
            onChange={({ target }) => type(target.value)}
            onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit(event)}
          />
        </label>
        {pasted.kind === 'text' && <SaidFields said={said} onSay={say} />}
        <div className="buttons">
          <button type="submit" className="primary" disabled={pasted.kind === 'nothing'}>
            {pasted.kind === 'nothing' ? 'Add' : label}
          </button>
          <span id={hint} className="faint">
            Pages, feeds and archives are fetched from public addresses only. <kbd>Ctrl</kbd> <kbd>Enter</kbd> adds.
          </span>
        </div>
      </form>
    </Panel>
  );
};
