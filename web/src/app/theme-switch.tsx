import { setTheme, type Theme, themes, useTheme } from '../ui/theme.ts';

const names: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' };

/** Light, dark, or as the system is. */
export const ThemeSwitch = () => {
  const theme = useTheme();
  return (
    <label className="field">
      <span>Theme</span>
      <select value={theme} onChange={({ target }) => setTheme(themes.find((one) => one === target.value) ?? 'auto')}>
        {themes.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </label>
  );
};
