import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { keepToken, readToken } from '../api/token.ts';
import { PageHead } from './page-head.tsx';

/** Asks for a token where the server wants one, in the place of the page. */
export const TokenForm = () => {
  const client = useQueryClient();
  const [token, type] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    keepToken(token.trim());
    void client.resetQueries();
  };
  return (
    <>
      <PageHead title="A token is needed" />
      <form className="state token" onSubmit={submit}>
        <label className="field">
          <span>
            This server asks for a token. Whoever runs it can give you one; it is kept until this tab is closed.
          </span>
          <input type="password" value={token} autoComplete="off" onChange={({ target }) => type(target.value)} />
        </label>
        {readToken() !== null && <p role="alert">The token that was given is not known here, or no longer holds.</p>}
        <button type="submit" disabled={token.trim() === ''}>
          Use it
        </button>
      </form>
    </>
  );
};
