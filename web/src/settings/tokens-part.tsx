import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { post, remove } from '../api/client.ts';
import type { Token } from '../api/schema.ts';
import { useApiNow } from '../api/use-api.ts';
import { momentText } from '../ui/dates.ts';
import { ForRole } from '../ui/for-role.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { Secret } from './secret.tsx';
import { SureButton } from './sure-button.tsx';

const roles: readonly (readonly [Token['role'], string])[] = [
  ['reader', 'reader: reads all, changes nothing'],
  ['analyst', 'analyst: also adds, watches and corrects'],
  ['admin', 'admin: also tokens, webhooks, backups, the log'],
];

interface Made {
  readonly item: Token & { readonly token: string };
}

const TokenMaker = () => {
  const [name, type] = useState('');
  const [role, choose] = useState<Token['role']>('reader');
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () => post<Made>('/tokens', { name: name.trim(), role }),
    onSuccess: () => {
      type('');
      return client.invalidateQueries({ queryKey: ['/tokens'] });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <>
      <form className="setting-form" onSubmit={submit}>
        <label className="field grow">
          <span>Whose it is: decisions are signed with this name</span>
          <input value={name} maxLength={200} required onChange={({ target }) => type(target.value)} />
        </label>
        <label className="field">
          <span>Role</span>
          <select
            value={role}
            onChange={({ target }) => choose(roles.find(([each]) => each === target.value)?.[0] ?? 'reader')}
          >
            {roles.map(([each, words]) => (
              <option key={each} value={each}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="primary" disabled={make.isPending || name.trim() === ''}>
          Make a token
        </button>
        {make.error !== null && <p role="alert">{make.error.message}</p>}
      </form>
      {make.data !== undefined && (
        <Secret
          label={`The token of ${make.data.item.name}, ${make.data.item.role}.`}
          value={make.data.item.token}
          onDone={make.reset}
        />
      )}
    </>
  );
};

const TokenRow = ({ token: { id, name, role, made } }: { readonly token: Token }) => {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => remove(`/tokens/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['/tokens'] }),
  });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{role}</td>
      <td>{momentText(made)}</td>
      <td>
        <SureButton name={name} isBusy={revoke.isPending} onSure={() => revoke.mutate()}>
          Revoke
        </SureButton>
        {revoke.error !== null && <p role="alert">{revoke.error.message}</p>}
      </td>
    </tr>
  );
};

const Tokens = () => (
  <Panel title="Tokens">
    <p className="faint">
      Whoever asks this server from another machine needs a token. On an address of the machine itself none is needed.
    </p>
    <TokenMaker />
    <Shown query={useApiNow('/tokens')} what="tokens">
      {({ items }) =>
        items.length === 0 ? (
          <Empty>There is no token yet.</Empty>
        ) : (
          <div className="scroll">
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">Whose</th>
                  <th scope="col">Role</th>
                  <th scope="col">Made</th>
                  <th scope="col">
                    <span className="unseen">What can be done</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((token) => (
                  <TokenRow key={token.id} token={token} />
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Shown>
  </Panel>
);

/** Who may do what. */
export const TokensPart = () => (
  <ForRole needs="admin" what="Tokens are">
    <Tokens />
  </ForRole>
);
