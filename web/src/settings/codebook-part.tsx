import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CodebookInUse } from '../api/schema.ts';
import { useApiNow } from '../api/use-api.ts';
import { ActMark, acts } from '../ui/act.tsx';
import { Panel } from '../ui/panel.tsx';
import { plural } from '../ui/plural.ts';
import { RealisMark, realisValues } from '../ui/realis.tsx';
import { Shown } from '../ui/shown.tsx';
import { actMeanings, realisMeanings, sectionMeanings, typeMeanings } from './meanings.ts';

const meaningOf = (type: string): string =>
  type in typeMeanings ? typeMeanings[type as keyof typeof typeMeanings] : '';

const Types = ({ types }: Pick<CodebookInUse, 'types'>) => (
  <Panel title="Types of events" note={<span className="faint">after PLOVER, with OCCASION beside it</span>}>
    <div className="scroll">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">What somebody does</th>
            <th scope="col">Modes</th>
            <th scope="col">Entries</th>
          </tr>
        </thead>
        <tbody>
          {types.map(({ type, modes, entries }) => (
            <tr key={type}>
              <th scope="row">
                <Link to="/events" search={{ type }} className="type">
                  {type}
                </Link>
              </th>
              <td>{meaningOf(type)}</td>
              <td className="faint">{modes.length === 0 ? 'none' : modes.join(', ')}</td>
              <td>{entries}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Panel>
);

const Words = () => (
  <div className="columns three">
    <Panel title="Realis: whether it happened">
      <dl className="meanings">
        {realisValues.map((realis) => (
          <div key={realis}>
            <dt>
              <RealisMark realis={realis} />
            </dt>
            <dd>{realisMeanings[realis]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
    <Panel title="Acts: what is done by saying it">
      <dl className="meanings">
        {acts.map((act) => (
          <div key={act}>
            <dt>
              <ActMark act={act} />
            </dt>
            <dd>{actMeanings[act]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  </div>
);

/** The entries of a section, asked for when it is opened. */
const Entries = ({ section }: { readonly section: string }) => {
  const [text, type] = useState('');
  const query = useApiNow('/codebook/{section}', { text }, { section });
  return (
    <div className="entries">
      <label className="field">
        <span>Entries whose name holds</span>
        <input type="search" value={text} onChange={({ target }) => type(target.value)} />
      </label>
      <Shown query={query} what="entries">
        {({ items }) => (
          <ul>
            {items.map(({ id, file, line }) => (
              <li key={`${file}:${line}:${id}`}>
                {id}{' '}
                <span className="faint">
                  {file}:{line}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </div>
  );
};

const Section = ({ section, entries }: CodebookInUse['sections'][number]) => {
  const [isOpen, open] = useState(false);
  return (
    <details className="section" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>
        <b>{section}</b> <span className="faint">{plural(entries, 'entry')}:</span> {sectionMeanings[section] ?? ''}
      </summary>
      {isOpen && <Entries section={section} />}
    </details>
  );
};

/** What the rows mean, and what reads them. */
export const CodebookPart = () => (
  <Shown query={useApiNow('/codebook')} what="the codebook">
    {({ item: { engine, types, contexts, sections } }) => (
      <div className="stack">
        <Panel title="Engine in use">
          <p>
            Readout {engine.version}, network <code>{engine.model}</code>, codebook <code>{engine.codebook}</code>
          </p>
          <p className="faint">
            Each readout names the three that made it. Another network or codebook reads reports anew when they are
            added again; what people decided stays on top.
          </p>
        </Panel>
        <Types types={types} />
        <Words />
        <Panel title="Contexts" note={<span className="faint">{contexts.length}: what an event is about</span>}>
          <p>{contexts.map((context) => context.replaceAll('_', ' ')).join(', ')}</p>
        </Panel>
        <Panel title="What the codebook holds">
          {sections.map((each) => (
            <Section key={each.section} {...each} />
          ))}
          <p className="faint">
            The files are YAML, each entry with sentences that it must find and must not.{' '}
            <code>readout codebook explain</code> shows one; <code>--codebook DIR</code> lays your own on top.
          </p>
        </Panel>
      </div>
    )}
  </Shown>
);
