import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { RecordItem } from '../api/record.ts';
import { marksIn } from '../records/marks.ts';
import type { Mark } from '../records/segments.ts';
import { selectedStretch } from './selected-words.ts';
import { changeOf, type Draft, type Field, type Found, type Values, valuesOf } from './values.ts';
import { type Pieces, piecesOf, type Stretch, toWords } from './words.ts';

/** Shows the words of a row as they are being edited in the report beside it; null: no row is edited. */
export const DrawContext = createContext<(marks: readonly Mark[] | null) => void>(() => undefined);

/** A row that is being edited: its fields as they are now, and what sets them. */
export interface Editing {
  readonly values: Draft;
  readonly change: Readonly<Record<string, unknown>>;
  readonly set: <F extends Field>(field: F, value: Values[F]) => void;
  readonly found: Found;
  readonly pieces: Pieces;
  /** The words that take what is selected in the report, by the name of their field. */
  readonly active: string | null;
  readonly activate: (name: string, take: (stretch: Stretch) => void) => void;
}

interface Active {
  readonly name: string;
  readonly take: (stretch: Stretch) => void;
}

/** Gives words that are selected in the report to the field that waits for them. */
const useSelection = (active: Active | null, pieces: Pieces): void => {
  useEffect(() => {
    if (active === null) return;
    const take = (): void => {
      const selected = selectedStretch();
      const words = selected === null ? null : toWords(pieces, selected);
      if (words !== null) active.take(words);
    };
    document.addEventListener('pointerup', take);
    return () => document.removeEventListener('pointerup', take);
  }, [active, pieces]);
};

/** Edits a row. Its words are shown in the report as they are set. */
export const useEditing = (item: RecordItem, found: Found): Editing => {
  const [before] = useState(() => valuesOf(item, found));
  const [values, setValues] = useState(before);
  const [active, setActive] = useState<Active | null>(null);
  const pieces = useMemo(() => piecesOf(found.text), [found.text]);
  const draw = useContext(DrawContext);
  useSelection(active, pieces);
  useEffect(() => draw(marksIn(item.id, values)), [draw, item.id, values]);
  useEffect(() => () => draw(null), [draw]);
  return {
    values,
    change: changeOf(before, values),
    set: (field, value) => setValues((now) => ({ ...now, [field]: value })),
    found,
    pieces,
    active: active?.name ?? null,
    activate: (name, take) => setActive({ name, take }),
  };
};
