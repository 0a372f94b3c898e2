import type { ReactNode } from 'react';
import type { RecordItem } from '../api/record.ts';
import { ActMark } from '../ui/act.tsx';
import { ActorLinks } from '../ui/actor-links.tsx';
import { stretchText } from '../ui/dates.ts';
import { RealisMark } from '../ui/realis.tsx';

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const StatementFacts = ({ item }: { readonly item: RecordItem & { readonly kind: 'statement' } }) => {
  const { record, speakers, said } = item;
  return (
    <>
      <Fact name="Who">
        <ActorLinks actors={speakers} none={record.source === null ? 'nobody named' : 'not resolved'} />
        {record.source !== null && <span className="faint"> “{record.source.text}”</span>}
      </Fact>
      <Fact name="Act">
        <ActMark act={record.act} /> <span className="faint">“{record.cue.text}”</span>
        {record.attitude && <span className="faint"> · a thought or wish</span>}
      </Fact>
      <Fact name="What">
        <span className="quote">{record.content.map(({ text }) => text).join(' … ')}</span>{' '}
        <span className="faint">{record.quotation}</span>
      </Fact>
      {record.addressee !== null && <Fact name="To">{record.addressee.text}</Fact>}
      {record.channel.length > 0 && <Fact name="Through">{record.channel.map(({ name }) => name).join(', ')}</Fact>}
      {said !== null && <Fact name="When">{stretchText(said.start, said.end, null)}</Fact>}
    </>
  );
};

const EventFacts = ({ item }: { readonly item: RecordItem & { readonly kind: 'event' } }) => {
  const { record, actors, recipients, when, place } = item;
  return (
    <>
      <Fact name="Who">
        <ActorLinks actors={actors} none="nobody named" />
      </Fact>
      <Fact name="Does">
        <b className="type">{record.type}</b>
        {record.mode !== null && <span className="faint"> {record.mode}</span>}{' '}
        <span className="faint">“{record.trigger.text}”</span>
      </Fact>
      <Fact name="To whom">
        <ActorLinks actors={recipients} none="nobody named" />
      </Fact>
      <Fact name="Realis">
        <RealisMark realis={record.realis} />
        <span className="faint">
          {' '}
          {record.assertedBy.length === 0
            ? 'told by the reporter'
            : `asserted in ${record.assertedBy.length} of its statements`}
        </span>
      </Fact>
      <Fact name="When">
        {when === null ? <span className="faint">not said</span> : stretchText(when.start, when.end, when.grain)}
      </Fact>
      {place !== null && <Fact name="Where">{place.name}</Fact>}
    </>
  );
};

/** What a row says, field by field. */
export const RowFacts = ({ item }: { readonly item: RecordItem }) => (
  <dl className="words facts">
    {item.kind === 'statement' ? <StatementFacts item={item} /> : <EventFacts item={item} />}
  </dl>
);
