import { useState } from 'react';
import { readTheme, setTheme, type Theme, themes } from './theme.ts';

const names: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' };

/** Light, dark, or as the system is. */
export const ThemeSwitch = () => {
  const [theme, choose] = useState(readTheme);
  return (
    <label className="field">
      <span>Theme</span>
      <select
        value={theme}
        onChange={({ target }) => {
          const chosen = themes.find((one) => one === target.value) ?? 'auto';
          setTheme(chosen);
          choose(chosen);
        }}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </label>
  );
};
