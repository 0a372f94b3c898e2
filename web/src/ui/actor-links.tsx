import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { ActorName } from '../api/schema.ts';

/** Actors by name, each a link; `none` where there are none. */
export const ActorLinks = ({
  actors,
  none = '—',
}: {
  readonly actors: readonly ActorName[];
  readonly none?: string;
}) =>
  actors.length === 0 ? (
    <span className={none === '—' ? 'faint none' : 'faint'}>{none}</span>
  ) : (
    <span>
      {actors.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <Link to="/actors/$id" params={{ id }}>
            {name}
          </Link>
        </Fragment>
      ))}
    </span>
  );
