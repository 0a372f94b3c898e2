import { type ReactNode, useState } from 'react';
import { type RecordItem, type Ref, refKey } from '../api/record.ts';
import type { Member } from '../api/schema.ts';
import { useApiNow, useRecords } from '../api/use-api.ts';
import { nameOf, wordsOf } from '../records/told.ts';
import { dayText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';
import { Shown } from '../ui/shown.tsx';
import { MergeForm } from './merge-form.tsx';
import { NodeTools } from './node-tools.tsx';
import { RecordSearch } from './record-search.tsx';
import { SplitForm, type Telling } from './split-form.tsx';

interface FormProps {
  readonly item: RecordItem;
  readonly close: () => void;
  readonly first?: Ref | undefined;
}

const Merge = ({ item, close }: FormProps) => (
  <MergeForm
    kind={item.kind}
    one={{ id: item.node, name: nameOf(item) }}
    close={close}
    search={(pick) => <RecordSearch item={item} onPick={pick} />}
  >
    Reports tell of one {item.kind} here, which was taken for two. All tellings of the other go to this one; that they
    are one holds for later reports too.
  </MergeForm>
);

const toTelling = ({ document, record, reason }: Member, item: RecordItem | undefined): Telling => ({
  document,
  record,
  label:
    item === undefined
      ? `A report (${reason})`
      : `${item.report.publisher ?? 'no publisher named'}, ${dayText(item.report.published)} (${reason})`,
  words: item === undefined ? null : wordsOf(item),
});

const Split = ({ item, close, first }: FormProps) => {
  const route = item.kind === 'event' ? '/event-nodes/{id}/members' : '/statement-nodes/{id}/members';
  const members = useApiNow(route, { limit: '1000' }, { id: item.node });
  const records = useRecords(members.data?.items ?? []);
  return (
    <Shown query={members} what="the tellings">
      {({ items }) => (
        <Shown query={records} what="their words">
          {(found) => (
            <SplitForm
              kind={item.kind}
              one={{ id: item.node, name: nameOf(item) }}
              tellings={items.map((member) => toTelling(member, found.get(refKey(member))))}
              legend={`Tellings that mean another ${item.kind}`}
              done={(count) => `${plural(count, 'telling')} of another ${item.kind} from now on.`}
              close={close}
              first={first}
            />
          )}
        </Shown>
      )}
    </Shown>
  );
};

interface KeptProps {
  readonly item: RecordItem;
  readonly children: (item: RecordItem) => ReactNode;
}

/** The row as it was when it was asked about: once it is decided on, it may belong to something else. */
const Kept = ({ item, children }: KeptProps) => children(useState(item)[0]);

interface RecordToolsProps {
  /** A telling of the event or statement. */
  readonly item: RecordItem;
  /** Whether it is this telling that may not belong to it. */
  readonly isOne?: boolean;
}

/** What people can say of an event or statement across reports: that another is the same, that a telling does not belong to it. */
export const RecordTools = ({ item, isOne = false }: RecordToolsProps) => {
  const first = isOne ? { document: item.report.id, record: item.id } : undefined;
  return (
    <NodeTools
      name={nameOf(item)}
      questions={[
        {
          verb: 'Merge',
          title: `Which other ${item.kind} is the same?`,
          form: (close) => <Kept item={item}>{(kept) => <Merge item={kept} close={close} />}</Kept>,
        },
        {
          verb: 'Split',
          title: `Which tellings are of another ${item.kind}?`,
          form: (close) => <Kept item={item}>{(kept) => <Split item={kept} close={close} first={first} />}</Kept>,
        },
      ]}
    />
  );
};
