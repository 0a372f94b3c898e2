import type { RecordItem } from '../api/record.ts';
import type { Statement } from '../api/schema.ts';
import { eventTypes } from '../records/event-types.ts';
import { acts } from '../ui/acts.ts';
import { realisValues } from '../ui/realis.tsx';
import { ActorList } from './actor-picker.tsx';
import type { Editing } from './editing.ts';
import { ChoiceField, TickField, WordField } from './plain-fields.tsx';
import { OneSpan, SeveralSpans } from './span-fields.tsx';
import { PlaceFields, TimeFields } from './time-and-place.tsx';

const NAMED = 60;

/** A statement in a few words. */
const shortOf = ({ source, cue, content }: Statement): string => {
  const words = `${source?.text ?? ''} ${cue.text} ${content[0]?.text ?? ''}`.trim();
  return words.length > NAMED ? `${words.slice(0, NAMED)} …` : words;
};

/** The statement that a statement stands inside. */
const ParentField = ({ item, editing }: { readonly item: RecordItem; readonly editing: Editing }) => (
  <label className="field">
    <span>Told inside</span>
    <select
      value={editing.values.parent ?? ''}
      onChange={({ target }) => editing.set('parent', target.value === '' ? null : target.value)}
    >
      <option value="">no other statement</option>
      {editing.found.statements
        .filter(({ id }) => id !== item.id)
        .map((statement) => (
          <option key={statement.id} value={statement.id}>
            {shortOf(statement)}
          </option>
        ))}
    </select>
  </label>
);

/** The statements that carry an event. */
const AssertedBy = ({ editing }: { readonly editing: Editing }) => {
  const { values, set, found } = editing;
  const asserted = values.assertedBy ?? [];
  if (found.statements.length === 0) return null;
  return (
    <details className="more-fields">
      <summary>Asserted by {asserted.length === 0 ? 'the reporter' : `${asserted.length} of the statements`}</summary>
      {found.statements.map((statement) => (
        <TickField
          key={statement.id}
          label={shortOf(statement)}
          value={asserted.includes(statement.id)}
          onChange={(isOn) =>
            set('assertedBy', isOn ? [...asserted, statement.id] : asserted.filter((id) => id !== statement.id))
          }
        />
      ))}
    </details>
  );
};

interface FieldsProps {
  readonly item: RecordItem;
  readonly editing: Editing;
}

const StatementFields = ({ item, editing }: FieldsProps) => {
  const { values, set } = editing;
  const { cue, content = [] } = values;
  return (
    <>
      <div className="field-row">
        <ChoiceField label="Act" values={acts} value={values.act ?? ''} onChange={(act) => set('act', act)} />
        <ChoiceField
          label="Quotation"
          values={['direct', 'indirect', 'mixed']}
          value={values.quotation ?? ''}
          onChange={(quotation) => set('quotation', quotation)}
        />
        <TickField
          label="a thought or wish"
          value={values.attitude ?? false}
          onChange={(attitude) => set('attitude', attitude)}
        />
      </div>
      <ActorList label="Speakers" value={values.speakers ?? []} onChange={(speakers) => set('speakers', speakers)} />
      <OneSpan
        label="Source"
        editing={editing}
        value={values.source ?? null}
        onChange={(source) => set('source', source)}
        onRemove={() => set('source', null)}
      />
      {cue !== undefined && <OneSpan label="Cue" editing={editing} value={cue} onChange={(next) => set('cue', next)} />}
      <SeveralSpans
        label="Content"
        editing={editing}
        value={content}
        onChange={(next) => set('content', next)}
        least={1}
      />
      <OneSpan
        label="Addressee"
        editing={editing}
        value={values.addressee ?? null}
        onChange={(addressee) => set('addressee', addressee)}
        onRemove={() => set('addressee', null)}
      />
      <SeveralSpans
        label="Channel"
        editing={editing}
        value={values.channel ?? []}
        onChange={(channel) => set('channel', channel)}
        least={0}
      />
      <div className="field-row">
        <TimeFields item={item} editing={editing} />
        <PlaceFields editing={editing} />
        <ParentField item={item} editing={editing} />
      </div>
    </>
  );
};

const EventFields = ({ item, editing }: FieldsProps) => {
  const { values, set } = editing;
  return (
    <>
      <div className="field-row">
        <ChoiceField
          label="Type"
          values={eventTypes}
          value={values.type ?? ''}
          onChange={(type) => set('type', type)}
        />
        <ChoiceField
          label="Realis"
          values={realisValues}
          value={values.realis ?? ''}
          onChange={(realis) => set('realis', realis)}
        />
        <WordField label="Mode" hint="none" value={values.mode ?? ''} onChange={(mode) => set('mode', mode)} />
        <WordField
          label="Contexts"
          hint="with commas between"
          value={values.contexts ?? ''}
          onChange={(contexts) => set('contexts', contexts)}
        />
      </div>
      <ActorList label="Actors" value={values.actors ?? []} onChange={(actors) => set('actors', actors)} />
      <ActorList
        label="Recipients"
        value={values.recipients ?? []}
        onChange={(recipients) => set('recipients', recipients)}
      />
      <OneSpan
        label="Trigger"
        editing={editing}
        value={values.trigger ?? null}
        onChange={(trigger) => set('trigger', trigger)}
      />
      <div className="field-row">
        <TimeFields item={item} editing={editing} />
        <PlaceFields editing={editing} />
      </div>
      <AssertedBy editing={editing} />
    </>
  );
};

/** All fields of a row that people can set. */
export const EditFields = (props: FieldsProps) =>
  props.item.kind === 'statement' ? <StatementFields {...props} /> : <EventFields {...props} />;
