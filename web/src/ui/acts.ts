import type { Statement } from '../api/schema.ts';

export type Act = Statement['act'];

/** Acts by what they do to whom they are said: tell, go against, go towards. The colour follows it; the word always stands there. */
const families: Readonly<Record<Act, 'tells' | 'against' | 'towards'>> = {
  say: 'tells',
  claim: 'tells',
  confirm: 'tells',
  announce: 'tells',
  ask: 'tells',
  accuse: 'against',
  deny: 'against',
  warn: 'against',
  threaten: 'against',
  demand: 'against',
  criticize: 'against',
  refuse: 'against',
  decline: 'against',
  promise: 'towards',
  request: 'towards',
  praise: 'towards',
  apologize: 'towards',
};

export const acts = Object.keys(families) as readonly Act[];

/** What an act does to whom it is said to. */
export const familyOf = (act: Act): 'tells' | 'against' | 'towards' => families[act];
