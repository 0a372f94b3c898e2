import { spawn } from 'node:child_process';

/** Where a program runs, as far as it matters for opening a browser. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Whether a person sees what is written. */
  readonly isTTY: boolean;
}

const isSet = (value: string | undefined): boolean => (value ?? '') !== '';

/** The command that opens an address in this person's browser; null where there is no person, or no screen to open it on. */
export const browserCommand = ({ env, platform, isTTY }: Surroundings): readonly string[] | null => {
  if (!isTTY || isSet(env.CI) || env.BROWSER === 'none') return null;
  const hasScreen = isSet(env.DISPLAY) || isSet(env.WAYLAND_DISPLAY);
  const isElsewhere = isSet(env.SSH_CONNECTION) || isSet(env.SSH_TTY);
  if (platform === 'win32') return isElsewhere ? null : ['cmd', '/c', 'start', ''];
  if (platform === 'darwin') return isElsewhere ? null : ['open'];
  return hasScreen ? ['xdg-open'] : null;
};

/** Opens an address in the browser, if there is one. That it cannot be opened is no error: the address has been printed. */
export const openBrowser = (url: string, surroundings: Surroundings): void => {
  const [command, ...words] = browserCommand(surroundings) ?? [];
  if (command === undefined) return;
  const child = spawn(command, [...words, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
};
