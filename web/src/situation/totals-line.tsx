import { Link } from '@tanstack/react-router';
import type { Totals } from '../api/schema.ts';
import { CountsText } from '../ui/counts-text.tsx';
import { momentText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';

/** How much there is: reports, houses and origins first, since copies are not news. */
export const TotalsLine = ({ totals }: { readonly totals: Totals }) => (
  <div className="totals">
    <p className="lead">
      <CountsText counts={totals} />
    </p>
    <p className="faint">
      <Link to="/statements">{plural(totals.statements, 'statement')}</Link> ·{' '}
      <Link to="/events">{plural(totals.events, 'event')}</Link> ·{' '}
      <Link to="/actors">{plural(totals.nodes.actor ?? 0, 'actor')}</Link> · {plural(totals.corrections, 'correction')}
      {totals.unanchored > 0 && ` (${totals.unanchored} no longer fit)`}
      {totals.failures > 0 && ` · ${plural(totals.failures, 'input')} could not be read`}
      {totals.last !== null && ` · last taken in ${momentText(totals.last)}`}
    </p>
  </div>
);
