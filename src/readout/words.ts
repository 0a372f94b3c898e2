import type { Readout } from './readout.ts';

type Act = Readout['statements'][number]['act'];

/** How a page says each speech act: "Ada Berg *warns*". */
export const actWords: Readonly<Record<Act, string>> = {
  say: 'says',
  claim: 'claims',
  accuse: 'accuses',
  deny: 'denies',
  confirm: 'confirms',
  warn: 'warns',
  threaten: 'threatens',
  promise: 'promises',
  demand: 'demands',
  request: 'asks for',
  announce: 'announces',
  ask: 'asks',
  praise: 'praises',
  criticize: 'criticizes',
  apologize: 'apologizes',
  refuse: 'refuses',
  decline: 'declines to comment',
};

/** How a page says how a claim is disputed. */
export const disputeWords: Readonly<Record<Readout['disputes'][number]['kind'], string>> = {
  denies: 'denies',
  contradicts: 'contradicts',
  'disputes-characterization': 'disputes how it was put',
};

/** "A", "A and B", "A, B and C". */
export const enumerate = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** A verb of `actWords` or `disputeWords` as so many do it: "denies", of several "deny". */
export const verbOf = (words: string, subjects: number): string =>
  subjects < 2
    ? words
    : words.replace(/^(\p{L}+?)(?:(ie)s|s)\b/u, (_, stem, ie) => `${stem}${ie === undefined ? '' : 'y'}`);
