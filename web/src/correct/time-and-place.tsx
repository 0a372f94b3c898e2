import type { RecordItem } from '../api/record.ts';
import { stretchText } from '../ui/dates.ts';
import type { Editing } from './editing.ts';
import { WordField } from './plain-fields.tsx';
import { OneSpan } from './span-fields.tsx';
import { type Stretch, wordBeside } from './words.ts';

const keyOf = (span: Stretch | null): string => (span === null ? '' : `${span.start}-${span.end}`);

interface Choice {
  readonly span: Stretch;
  readonly name: string;
}

interface FoundFieldProps {
  readonly label: string;
  readonly none: string;
  readonly choices: readonly Choice[];
  readonly value: Stretch | null;
  readonly onChoose: (span: Stretch | null) => void;
  readonly beside: Stretch | null;
}

const OTHER = 'other';

/** One of the times or places that were found in the report, none, or other words. */
const FoundField = ({ label, none, choices, value, onChoose, beside }: FoundFieldProps) => {
  const isOther = value !== null && !choices.some(({ span }) => keyOf(span) === keyOf(value));
  const choose = (key: string): void =>
    onChoose(key === OTHER ? beside : (choices.find(({ span }) => keyOf(span) === key)?.span ?? null));
  return (
    <label className="field">
      <span>{label}</span>
      <select value={isOther ? OTHER : keyOf(value)} onChange={({ target }) => choose(target.value)}>
        <option value="">{none}</option>
        {choices.map(({ span, name }) => (
          <option key={keyOf(span)} value={keyOf(span)}>
            {name}
          </option>
        ))}
        <option value={OTHER}>other words …</option>
      </select>
    </label>
  );
};

/** What is said of a time that people set before: it is not among those that the engine found. */
const setBefore = (item: RecordItem): string => {
  const when = item.kind === 'event' ? item.when : item.said;
  return when === null ? 'no time' : `as set: ${stretchText(when.start, when.end, null)}`;
};

/** When it was or is to be: words of the report, and what they mean. */
export const TimeFields = ({ item, editing }: { readonly item: RecordItem; readonly editing: Editing }) => {
  const { values, set, found, pieces } = editing;
  const time = values.time ?? null;
  const { record } = item;
  const isKnown = record.time === null || found.times.some(({ id }) => id === record.time);
  const valueAt = (span: Stretch): string =>
    found.times.find((one) => keyOf(one.span) === keyOf(span))?.value ?? time?.value ?? '';
  const choices = found.times.map(({ span, value }) => ({ span, name: `“${span.text}” ${value ?? 'open'}` }));
  const isOther = time !== null && !choices.some(({ span }) => keyOf(span) === keyOf(time));
  const move = (span: Stretch): void => set('time', { start: span.start, end: span.end, value: valueAt(span) });
  return (
    <>
      <FoundField
        label="Time"
        none={isKnown ? 'no time' : setBefore(item)}
        choices={choices}
        value={time}
        onChoose={(span) => (span === null ? set('time', null) : move(span))}
        beside={wordBeside(pieces, values.cue ?? values.trigger ?? { start: 0, end: 0 })}
      />
      {time !== null && (
        <WordField
          label="which means"
          hint="2026-03-06, 2026-03 or 2026-W10"
          value={time.value}
          onChange={(value) => set('time', { ...time, value })}
        />
      )}
      {isOther && <OneSpan label="Time words" editing={editing} value={time} onChange={move} />}
    </>
  );
};

/** Where it is: words of the report. */
export const PlaceFields = ({ editing }: { readonly editing: Editing }) => {
  const { values, set, found, pieces } = editing;
  const place = values.place ?? null;
  const choices = found.places.map(({ span, name, country }) => ({
    span,
    name: `“${span.text}”${country === null ? '' : ` ${country}`}${name === span.text ? '' : `, ${name}`}`,
  }));
  const isOther = place !== null && !choices.some(({ span }) => keyOf(span) === keyOf(place));
  const move = (span: Stretch | null): void => set('place', span && { start: span.start, end: span.end });
  return (
    <>
      <FoundField
        label="Place"
        none="no place"
        choices={choices}
        value={place}
        onChoose={move}
        beside={wordBeside(pieces, values.cue ?? values.trigger ?? { start: 0, end: 0 })}
      />
      {isOther && <OneSpan label="Place words" editing={editing} value={place} onChange={move} />}
    </>
  );
};
