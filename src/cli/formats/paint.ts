import { styleText } from 'node:util';
import type { Output } from '../command.ts';

/** Colours for a terminal, or none: each takes text and returns it, dressed. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly head: (text: string) => string;
  readonly mark: (text: string) => string;
  readonly alarm: (text: string) => string;
}

type Style = Parameters<typeof styleText>[0];

const styled =
  (style: Style) =>
  (text: string): string =>
    styleText(style, text, { validateStream: false });

const plain = (text: string): string => text;

/** Colours only on a terminal, and not where NO_COLOR is set or the terminal is "dumb" (no-color.org). */
export const paintFor = (output: Output, env: Readonly<Record<string, string | undefined>>): Paint => {
  const wanted = output.isTTY && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  if (!wanted) return { strong: plain, faint: plain, head: plain, mark: plain, alarm: plain };
  return {
    strong: styled('bold'),
    faint: styled('dim'),
    head: styled(['bold', 'cyan']),
    mark: styled(['bold', 'yellow']),
    alarm: styled('red'),
  };
};
