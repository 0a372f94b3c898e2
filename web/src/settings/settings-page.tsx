import '../style/settings.css';
import { Link, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useAsOf } from '../api/use-api.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Empty } from '../ui/shown.tsx';
import { BackupPart } from './backup-part.tsx';
import { CodebookPart } from './codebook-part.tsx';
import { LogPart } from './log-part.tsx';
import { TokensPart } from './tokens-part.tsx';
import { Webhooks } from './webhooks.tsx';
import { YouPart } from './you-part.tsx';

const parts: readonly (readonly [string, string, ComponentType])[] = [
  ['codebook', 'Codebook', CodebookPart],
  ['alerts', 'Alerts', Webhooks],
  ['tokens', 'Tokens', TokensPart],
  ['backup', 'Backup', BackupPart],
  ['log', 'Audit log', LogPart],
  ['you', 'You and display', YouPart],
];

/** What the ledger is read and kept with, and who may do what. Which part is shown stands in the address. */
export const SettingsPage = () => {
  const { part }: { part?: string | undefined } = useSearch({ strict: false });
  const isPast = useAsOf() !== undefined;
  const [shown, , Part] = parts.find(([name]) => name === part) ?? parts[0] ?? ['', '', YouPart];
  return (
    <>
      <PageHead title="Settings" />
      <nav className="parts" aria-label="Settings">
        {parts.map(([name, title]) => (
          <Link key={name} to="/settings" search={{ part: name }} aria-current={name === shown ? 'page' : undefined}>
            {title}
          </Link>
        ))}
      </nav>
      {isPast ? (
        <Empty>Settings are those of now: they have no past here. Go back to now to see and change them.</Empty>
      ) : (
        <Part />
      )}
    </>
  );
};
