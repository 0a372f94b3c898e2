import { Link, useParams } from '@tanstack/react-router';
import type { DisputeWords } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Panel } from '../ui/panel.tsx';
import { plural } from '../ui/plural.ts';
import { Empty, Shown } from '../ui/shown.tsx';
import { DisputeList } from './dispute-list.tsx';
import { VersionItem } from './version-item.tsx';
import { versionsOf } from './versions.ts';

const Side = ({ title, wordings }: { readonly title: string; readonly wordings: DisputeWords['claim'] }) => {
  const versions = versionsOf(wordings);
  return (
    <Panel title={title} note={<span className="faint">{plural(versions.length, 'version')}</span>}>
      {versions.length === 0 ? (
        <Empty>These words are not in the ledger at this moment, or were rejected.</Empty>
      ) : (
        <ol className="versions">
          {versions.map((version) => (
            <VersionItem key={`${version.item.report.id} ${version.item.id}`} version={version} />
          ))}
        </ol>
      )}
    </Panel>
  );
};

const Words = ({ id }: { readonly id: string }) => {
  const query = useApi('/disputes/{id}/words', {}, { id });
  return (
    <Shown query={query} what="how the words changed">
      {({ item }) => (
        <>
          <div className="word-sides">
            <Side title="What the claiming side said" wordings={item.claim} />
            <Side title="What the other side said" wordings={item.counter} />
          </div>
          <details className="behind">
            <summary>How this was put together</summary>
            <p className="faint">
              Each side has all tellings of what is disputed, the statements that these rest on, and what the same
              speakers said besides in the same story, in much the same words. The oldest report stands first. Each is
              compared with the one before it by the same speakers: <ins>underlined words</ins> came,{' '}
              <del>struck words</del> went.
            </p>
          </details>
        </>
      )}
    </Shown>
  );
};

/** One dispute: claim and counter, and how each side’s words changed over time. */
export const DisputePage = () => {
  const { id } = useParams({ from: '/disputes/$id' });
  const query = useApi('/disputes/{id}', {}, { id });
  return (
    <>
      <PageHead title={query.data?.item.name ?? 'Dispute'}>
        <Link to="/disputes">all disputes</Link>
      </PageHead>
      <Shown query={query} what="the dispute">
        {({ item }) => (
          <>
            <DisputeList nodes={[item]} level={2} isAlone />
            <h2 className="apart">How each side’s words changed</h2>
            <Words id={id} />
          </>
        )}
      </Shown>
    </>
  );
};
