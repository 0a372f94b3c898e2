import { useSyncExternalStore } from 'react';

const KEY = 'readout-theme';
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The theme that was chosen in this browser; `auto` follows the system. */
export const readTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem(KEY)) ?? 'auto';

const heard = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  heard.add(listener);
  return () => heard.delete(listener);
};

/** The theme, the same wherever it is shown. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, readTheme);

/** Shows a theme and keeps it. */
export const setTheme = (theme: Theme): void => {
  localStorage.setItem(KEY, theme);
  if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset.theme = theme;
  for (const each of heard) each();
};
