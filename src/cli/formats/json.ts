import type { Format } from './format.ts';

/** One object for one report, an array for several (docs/schema.json). */
export const jsonFormat: Format = ({ several }) => {
  let written = 0;
  const lead = (): string => (written++ > 0 ? ',\n' : '');
  return {
    open: several ? '[\n' : '',
    page: ({ readout }) => lead() + JSON.stringify(readout, null, 2),
    close: () => (several ? `${written > 0 ? '\n' : ''}]\n` : '\n'),
  };
};

/** One object a line, for programs. */
export const jsonLinesFormat: Format = () => ({
  open: '',
  page: ({ readout }) => `${JSON.stringify(readout)}\n`,
  close: () => '',
});
