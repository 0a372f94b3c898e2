import { useQueryClient } from '@tanstack/react-query';
import { forgetToken } from '../api/token.ts';
import { useAbout } from '../api/use-about.ts';
import { Panel } from '../ui/panel.tsx';
import { Shown } from '../ui/shown.tsx';
import { setTheme, themes, useTheme } from '../ui/theme.ts';

const names = { auto: 'as the system is', light: 'light', dark: 'dark' } as const;

const may = {
  reader: 'You may read everything, and change nothing.',
  analyst: 'You may read, add reports, watch feeds, correct rows and save views.',
  admin: 'You may do everything: also tokens, webhooks, backups and the log.',
} as const;

const Theme = () => {
  const theme = useTheme();
  return (
    <fieldset className="choices">
      <legend>Theme, in this browser</legend>
      {themes.map((one) => (
        <label key={one}>
          <input type="radio" name="theme" checked={theme === one} onChange={() => setTheme(one)} />
          {names[one]}
        </label>
      ))}
    </fieldset>
  );
};

/** Who the server takes you for, and how things look. */
export const YouPart = () => {
  const client = useQueryClient();
  return (
    <div className="stack">
      <Panel title="Who you are here">
        <Shown query={useAbout()} what="who you are">
          {({ caller: { name, role, isLocal } }) => (
            <>
              <p>
                <b>{name}</b>, with the role <b>{role}</b>. {may[role]}
              </p>
              {isLocal ? (
                <p className="faint">This address is of the machine itself, so that no token is needed.</p>
              ) : (
                <button
                  type="button"
                  onClick={() => {
                    forgetToken();
                    void client.resetQueries();
                  }}
                >
                  Forget this token
                </button>
              )}
            </>
          )}
        </Shown>
      </Panel>
      <Panel title="Display">
        <Theme />
      </Panel>
    </div>
  );
};
