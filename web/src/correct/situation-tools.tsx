import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.ts';
import type { ReportItem, SituationNode } from '../api/schema.ts';
import { useApiNow } from '../api/use-api.ts';
import { dayText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';
import { Shown } from '../ui/shown.tsx';
import { situationName, situationTime } from '../ui/situation-name.ts';
import { FoundSearch } from './found-search.tsx';
import { MergeForm, type Named, type Other } from './merge-form.tsx';
import { NodeTools } from './node-tools.tsx';
import { SplitForm, type Telling } from './split-form.tsx';

interface FormProps {
  readonly one: Named;
  readonly close: () => void;
}

const aboutOf = (node: SituationNode): string => `${situationTime(node)} · ${plural(node.counts.reports, 'report')}`;

const SituationSearch = ({ without, onPick }: { readonly without: string; readonly onPick: (one: Other) => void }) => {
  const [words, type] = useState('');
  const [isPicked, pick] = useState(false);
  const name = words.trim();
  const isAsked = name !== '' || !isPicked;
  const asked = { name: name === '' ? undefined : name, limit: '9' };
  const { data } = useQuery({
    queryKey: ['/situations', 'search', asked],
    enabled: isAsked,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get('/situations', asked, {}, signal),
  });
  const found = isAsked ? (data?.items.filter(({ id }) => id !== without).slice(0, 6) ?? []) : [];
  return (
    <FoundSearch
      label="The same situation"
      hint="part of a headline"
      words={words}
      type={type}
      found={found}
      onPick={(node) => {
        pick(true);
        onPick({ id: node.id, name: situationName(node), about: aboutOf(node) });
      }}
    >
      {(node) => (
        <>
          <b>{situationName(node)}</b> <span className="faint">{aboutOf(node)}</span>
        </>
      )}
    </FoundSearch>
  );
};

const Merge = ({ one, close }: FormProps) => (
  <MergeForm
    kind="situation"
    one={one}
    close={close}
    search={(pick) => <SituationSearch without={one.id} onPick={pick} />}
  >
    Two that tell one story. All reports of the other go to this one.
  </MergeForm>
);

const toTelling = ({ id, title, name, publisher, published }: ReportItem): Telling => ({
  document: id,
  record: id,
  label: title ?? name,
  words: `${publisher ?? 'no publisher named'}, ${dayText(published)}`,
});

const Split = ({ one, close }: FormProps) => {
  const query = useApiNow('/reports', { situation: one.id, limit: '1000' });
  return (
    <Shown query={query} what="the reports">
      {({ items }) => (
        <SplitForm
          kind="situation"
          one={one}
          tellings={items.map(toTelling)}
          legend="Reports that tell another story"
          done={(count) => `${plural(count, 'report')} ${count === 1 ? 'tells' : 'tell'} another story from now on.`}
          close={close}
        />
      )}
    </Shown>
  );
};

/** What people can say of a situation: that another tells the same story, that some reports tell another. */
export const SituationTools = ({ one }: { readonly one: Named }) => (
  <NodeTools
    name={one.name}
    questions={[
      {
        verb: 'Merge',
        title: 'Which other situation is the same story?',
        form: (close) => <Merge one={one} close={close} />,
      },
      {
        verb: 'Split',
        title: 'Which reports tell another story?',
        form: (close) => <Split one={one} close={close} />,
      },
    ]}
  />
);
