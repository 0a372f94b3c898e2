import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useViews } from './use-views.ts';
import { ViewLink } from './view-link.tsx';

/** The saved views, in the header of every page. It closes when one is followed, and with Escape. */
export const ViewsMenu = () => {
  const { views } = useViews();
  const menu = useRef<HTMLDetailsElement>(null);
  const address = useRouterState({ select: ({ location }) => location.href });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what it waits for
  useEffect(() => {
    if (menu.current !== null) menu.current.open = false;
  }, [address]);
  return (
    <details
      ref={menu}
      className="facet views-menu"
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || menu.current === null) return;
        menu.current.open = false;
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary>Saved views</summary>
      <div className="menu">
        {views.length === 0 && <p className="faint">None yet. Narrow a table and save it.</p>}
        <ul>
          {views.map((view) => (
            <li key={view.key}>
              <ViewLink view={view} /> <span className="faint">{view.kind}</span>
            </li>
          ))}
        </ul>
        <Link to="/views">Rename, delete, feeds</Link>
      </div>
    </details>
  );
};
