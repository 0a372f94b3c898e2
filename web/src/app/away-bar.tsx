import { useConnection } from '../api/connection.ts';
import { useReturn } from '../api/use-return.ts';

/** Says that the server does not answer, and that pages keep what they have until it does. */
export const AwayBar = () => {
  const connection = useConnection();
  useReturn();
  return (
    <div role="status">
      {connection === 'away' && (
        <p className="bar away">
          <span>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <circle cx="6" cy="6" r="4.5" className="outline" strokeDasharray="2.5 2" />
            </svg>{' '}
            The server does not answer just now. What is on the page stays; it is asked again when the server is back.
          </span>
        </p>
      )}
    </div>
  );
};
