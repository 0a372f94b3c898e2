import { Link } from '@tanstack/react-router';
import { PageHead } from '../ui/page-head.tsx';

/** For addresses that lead nowhere. */
export const NotFound = () => (
  <>
    <PageHead title="There is no such page" />
    <p>
      The address may be mistyped. <Link to="/">Go to the situation.</Link>
    </p>
  </>
);
