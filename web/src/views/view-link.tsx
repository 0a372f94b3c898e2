import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { searchOf } from './saved.ts';
import type { View } from './use-views.ts';

/** The address that a view is. */
export const ViewLink = ({ view, children }: { readonly view: View; readonly children?: ReactNode }) => (
  <Link to={`/${view.kind}`} search={searchOf(view)}>
    {children ?? view.title}
  </Link>
);
