import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type SyntheticEvent, useState } from 'react';
import { post, put, remove } from '../api/client.ts';
import type { Delivery, Webhook } from '../api/schema.ts';
import { useApiNow } from '../api/use-api.ts';
import { momentText } from '../ui/dates.ts';
import { ForRole } from '../ui/for-role.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { keyFor } from '../views/saved.ts';
import { useViews } from '../views/use-views.ts';
import { Secret } from './secret.tsx';
import { SureButton } from './sure-button.tsx';

/** How often deliveries are looked at while they are in sight, in milliseconds. */
const AGAIN = 1500;

interface Made {
  readonly item: Webhook & { readonly secret: string };
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : 'webhook');

const WebhookForm = ({ hooks }: { readonly hooks: readonly Webhook[] }) => {
  const [url, type] = useState('');
  const [query, choose] = useState('');
  const { views } = useViews();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () => {
      const key = keyFor(
        hostOf(url.trim()),
        hooks.map((hook) => hook.key),
      );
      return put<Made>(`/webhooks/${key}`, { url: url.trim(), query: query === '' ? null : query });
    },
    onSuccess: () => {
      type('');
      return client.invalidateQueries({ queryKey: ['/webhooks'] });
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
          <span>Address that is told</span>
          <input
            type="url"
            required
            value={url}
            placeholder="https://…"
            onChange={({ target }) => type(target.value)}
          />
        </label>
        <label className="field">
          <span>Of what</span>
          <select value={query} onChange={({ target }) => choose(target.value)}>
            <option value="">everything that is taken in</option>
            {views.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="primary" disabled={make.isPending || url.trim() === ''}>
          Make a webhook
        </button>
        {make.error !== null && <p role="alert">{make.error.message}</p>}
      </form>
      {make.data !== undefined && (
        <Secret
          label={`What deliveries to ${hostOf(make.data.item.url)} are signed with.`}
          value={make.data.item.secret}
          onDone={make.reset}
        />
      )}
    </>
  );
};

const deliveryText = ({ state, attempts }: Delivery): string => {
  const last = attempts.at(-1);
  const why = last === undefined ? '' : `, ${last.error ?? `answered ${last.status}`}`;
  const tries = attempts.length > 1 ? ` after ${attempts.length} tries` : '';
  return `${state}${tries}${why}`;
};

const Deliveries = ({ hook }: { readonly hook: string }) => (
  <Shown query={useApiNow('/webhooks/{key}/deliveries', {}, { key: hook }, AGAIN)} what="deliveries">
    {({ items }) =>
      items.length === 0 ? (
        <p className="faint">Nothing was sent since the server was started.</p>
      ) : (
        <ul className="deliveries">
          {items.slice(0, 10).map((delivery) => (
            <li key={delivery.id} className={delivery.state === 'failed' ? 'reason' : ''}>
              {momentText(delivery.at)}
              {delivery.id.startsWith('test-') && ' (a test)'}: {deliveryText(delivery)}
            </li>
          ))}
        </ul>
      )
    }
  </Shown>
);

const WebhookRow = ({ hook: { key, url, query } }: { readonly hook: Webhook }) => {
  const [isOpen, open] = useState(false);
  const { views } = useViews();
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['/webhooks'] });
  const tried = useMutation({
    mutationFn: () => post(`/webhooks/${key}/test`, {}),
    onSuccess: () => {
      open(true);
      return client.invalidateQueries({ queryKey: ['/webhooks/{key}/deliveries'] });
    },
  });
  const drop = useMutation({ mutationFn: () => remove(`/webhooks/${key}`), onSettled });
  const title = views.find((view) => view.key === query)?.title;
  return (
    <li className="setting">
      <div>
        <b>{url}</b>
        <p className="faint">
          {query === null
            ? 'told of everything'
            : title === undefined
              ? 'its saved view is gone: told of nothing'
              : `told of “${title}”`}
        </p>
      </div>
      <div className="buttons">
        <button type="button" disabled={tried.isPending} onClick={() => tried.mutate()}>
          Send a test <span className="unseen">to {url}</span>
        </button>
        <button type="button" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          Deliveries <span className="unseen">to {url}</span>
        </button>
        <SureButton name={url} isBusy={drop.isPending} onSure={() => drop.mutate()}>
          Delete
        </SureButton>
      </div>
      {(tried.error ?? drop.error) !== null && <p role="alert">{(tried.error ?? drop.error)?.message}</p>}
      {isOpen && <Deliveries hook={key} />}
    </li>
  );
};

const All = () => (
  <Shown query={useApiNow('/webhooks')} what="webhooks">
    {({ items }) => (
      <>
        <WebhookForm hooks={items} />
        {items.length === 0 ? (
          <Empty>No address is told of what is new.</Empty>
        ) : (
          <ul className="settings-list">
            {items.map((hook) => (
              <WebhookRow key={hook.key} hook={hook} />
            ))}
          </ul>
        )}
      </>
    )}
  </Shown>
);

/** Addresses that are told of what is new as it comes. */
export const Webhooks = () => (
  <Panel title="Webhooks">
    <p className="faint">
      An address is told of all that is taken in, or of what a <Link to="/views">saved view</Link> finds in it.
      Deliveries are signed (“Standard Webhooks”), tried again where they fail, and go to public addresses only unless
      the server was started with <code>--allow-host</code>.
    </p>
    <ForRole needs="admin" what="Webhooks are">
      <All />
    </ForRole>
  </Panel>
);
