import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTokenWanted } from '../api/token.ts';
import { useLive } from '../api/use-live.ts';
import { RecordTools } from '../correct/record-tools.tsx';
import { MomentBar } from '../moment/moment-bar.tsx';
import { MomentStrip } from '../moment/moment-strip.tsx';
import { RowToolsContext } from '../records/row-tools.ts';
import { TokenForm } from '../ui/token-form.tsx';
import { ViewsMenu } from '../views/views-menu.tsx';
import { AwayBar } from './away-bar.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

const pages = [
  ['/', 'Situation'],
  ['/reports', 'Reports'],
  ['/statements', 'Statements'],
  ['/events', 'Events'],
  ['/agenda', 'Agenda'],
  ['/disputes', 'Disputes'],
  ['/actors', 'Actors'],
  ['/map', 'Map'],
  ['/review', 'Review'],
  ['/add', 'Add'],
  ['/settings', 'Settings'],
] as const;

const usePath = (): string => useRouterState({ select: ({ location }) => location.pathname });

const Navigation = () => {
  const path = usePath();
  const nav = useRef<HTMLElement>(null);
  // On a phone not all pages have room: that which is shown is among those in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what it waits for
  useEffect(() => {
    const [all, here] = [nav.current, nav.current?.querySelector('[aria-current=page]')];
    if (!(here instanceof HTMLElement) || all === null) return;
    all.scrollLeft = here.offsetLeft - all.offsetLeft - (all.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  return (
    <nav aria-label="Pages" ref={nav}>
      {pages.map(([to, name]) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  );
};

/** Puts the reader at the top of the page that is new. */
const useTopOfPage = (): void => {
  const path = usePath();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what it waits for
  useEffect(() => {
    // In newer browsers it returns a promise, which an effect must not.
    scrollTo(0, 0);
  }, [path]);
};

/** What stands around every page. */
export const Shell = () => {
  useLive();
  useTopOfPage();
  const isTokenWanted = useTokenWanted();
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <div className="head">
        <header className="top">
          <Link to="/" className="brand">
            Readout
          </Link>
          <Navigation />
          <div className="tools">
            <ViewsMenu />
            <ThemeSwitch />
          </div>
          <MomentStrip />
        </header>
        <MomentBar />
        <AwayBar />
      </div>
      <main id="main" tabIndex={-1}>
        {isTokenWanted && <TokenForm />}
        {/* What is being written there is kept. */}
        <div hidden={isTokenWanted}>
          <RowToolsContext value={RecordTools}>
            <Outlet />
          </RowToolsContext>
        </div>
      </main>
    </>
  );
};
