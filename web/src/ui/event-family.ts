import type { Event } from '../api/schema.ts';
import { acts, familyOf } from './acts.ts';

/** What an act or event does to whom it touches: goes against them, towards them, or neither. */
export type Family = 'against' | 'towards' | 'tells';

const towards: readonly string[] = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
] satisfies Event['type'][];
const neither: readonly string[] = ['OCCASION'] satisfies Event['type'][];

/** The family of a type of events (PLOVER's cooperation and conflict) or of an act of statements. */
export const familyOfLabel = (label: string): Family => {
  const act = acts.find((one) => one === label);
  if (act !== undefined) return familyOf(act);
  if (towards.includes(label)) return 'towards';
  return neither.includes(label) ? 'tells' : 'against';
};

/** The sign of a family: ▸ goes away from who acts, ◂ comes towards. */
export const signs: Readonly<Record<Family, string>> = { against: '▸', towards: '◂', tells: '·' };
