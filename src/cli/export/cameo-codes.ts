import type { EventItem } from '../../service/index.ts';

/**
 * CAMEO codes of PLOVER's types and modes, for GDELT, which codes in CAMEO 1.1b3. After the crosswalk that PLOVER's authors publish
 * (openeventdata/PLOVER, CAMEO2PLOVER-2021.txt) read backwards, and the CAMEO manual 1.1b3 for modes that are newer. Where a mode
 * covers several codes it stands as what they have in common, at last as "not specified below" of its root.
 */

/** A type's own code, and those of its modes. */
interface TypeCodes {
  readonly own: string;
  readonly modes: Readonly<Record<string, string>>;
}

const type = (own: string, modes: Readonly<Record<string, string>> = {}): TypeCodes => ({ own, modes });

const table: Readonly<Record<string, TypeCodes>> = {
  AGREE: type('030'),
  CONSULT: type('040', { visit: '042', 'third-party': '044', multilateral: '040', phone: '041' }),
  SUPPORT: type('050'),
  CONCEDE: type('080'),
  COOPERATE: type('060'),
  AID: type('070'),
  // "resign": 0831 would claim that somebody had demanded it.
  RETREAT: type('080', {
    withdraw: '0874',
    release: '0841',
    disarm: '0873',
    ceasefire: '0871',
    access: '086',
    resign: '080',
  }),
  REQUEST: type('100', { assist: '100', change: '104', yield: '105', meet: '106' }),
  ACCUSE: type('110', { disapprove: '110', investigate: '090', allege: '112' }),
  REJECT: type('120', { assist: '120', change: '123', yield: '124', meet: '125' }),
  THREATEN: type('130', {
    restrict: '131',
    arrest: '137',
    relations: '1313',
    expel: '136',
    territory: '1382',
    violence: '138',
  }),
  PROTEST: type('140', {
    demo: '141',
    riot: '145',
    strike: '143',
    hunger: '142',
    boycott: '143',
    obstruct: '144',
    vandalize: '145',
  }),
  SANCTION: type('160', { convict: '116', expel: '166', withdraw: '166', discontinue: '160' }),
  MOBILIZE: type('150', { troops: '154', weapons: '150', police: '153', militia: '154' }),
  // "seize" is property, territory or power; GDELT's lists have no cyber attack (176 of later manuals has no value).
  COERCE: type('170', {
    seize: '170',
    restrict: '172',
    censor: '1721',
    curfew: '1723',
    'martial-law': '1724',
    arrest: '173',
    deport: '174',
    withhold: '170',
    misinformation: '170',
    cyber: '170',
  }),
  // "targeted" is murder and massacre as well as assassination.
  ASSAULT: type('180', {
    abduct: '181',
    beat: '182',
    torture: '1822',
    sexual: '1821',
    targeted: '180',
    destroy: '1712',
    primitive: '182',
    firearms: '193',
    explosives: '183',
    'suicide-attack': '1831',
    aerial: '195',
    drone: '195',
    'heavy-weapons': '194',
    'crowd-control': '175',
    unconventional: '204',
  }),
};

/** CAMEO tells appeals (02) from demands (10); PLOVER has one type for both. */
const appeals: TypeCodes = type('020', { assist: '020', change: '024', yield: '025', meet: '026' });

/** What an act of speech says more than its type. */
const spoken: Readonly<Record<string, string>> = {
  'SUPPORT praise': '051',
  'SUPPORT apologize': '055',
  'CONCEDE apologize': '055',
  'ACCUSE criticize': '111',
};

/** What is meant to be done, where CAMEO has a code for the intent. */
const intended: Readonly<Record<string, string>> = {
  AGREE: '030',
  COOPERATE: '031',
  SUPPORT: '032',
  AID: '033',
  CONCEDE: '035',
  RETREAT: '035',
  CONSULT: '036',
};

/** CAMEO codes as GDELT's list of values on Goldstein's scale has them (CAMEO.goldsteinscale.txt), those that are written here. */
const goldstein: Readonly<Record<string, string>> = {
  '10': '0874',
  '9': '086 0871 0873',
  '7': '035 055 070 0841',
  '6': '060',
  '5.2': '031 033',
  '5': '080',
  '4.5': '032',
  '4': '026 030 036',
  '3.5': '050',
  '3.4': '051',
  '3': '020',
  '2.5': '044',
  '1.9': '042',
  '1': '040 041',
  '-0.3': '024 025',
  '-2': '090 110 111 112 116',
  '-4': '120 123 124 160',
  '-4.4': '130',
  '-5': '100 104 105 106 125 172 1721 1723 1724 173 174',
  '-5.8': '131 1313',
  '-6.5': '140 141 142 143',
  '-7': '136 137 138 1382 166 170',
  '-7.2': '150 153 154',
  '-7.5': '144 145',
  '-9': '175 180 181 1821 1822',
  '-9.2': '1712',
  '-9.5': '182',
  '-10': '183 1831 193 194 195 204',
};

const values: ReadonlyMap<string, number> = new Map(
  Object.entries(goldstein).flatMap(([value, codes]) => codes.split(' ').map((code) => [code, Number(value)] as const)),
);

/** An action as GDELT writes it. */
export interface Cameo {
  /** Three or four digits, as text: zeros in front count. */
  readonly code: string;
  /** Its first three digits. */
  readonly base: string;
  /** Its first two. */
  readonly root: string;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
  readonly quadClass: 1 | 2 | 3 | 4;
  /** On Goldstein's scale, -10 to 10. */
  readonly goldstein: number;
}

/** GDELT's classes: investigations (09) are in the second and protests (14) in the third, in its list of codes as in its data. */
const classOf = (root: string): Cameo['quadClass'] => {
  const number = Number(root);
  if (number <= 5) return 1;
  if (number <= 9) return 2;
  return number <= 14 ? 3 : 4;
};

/** What is coded: a type of PLOVER with its mode, what was done in saying it, and how real it is. */
export interface Action {
  readonly type: string;
  readonly mode: string | null;
  readonly act: string | null;
  readonly realis: EventItem['record']['realis'];
}

const isAppeal = (act: string | null): boolean => act !== null && act !== 'demand';

const codeOf = ({ type: name, mode, act, realis }: Action): string | null => {
  if (realis !== 'actual') return realis === 'planned' ? (intended[name] ?? null) : null;
  const codes = name === 'REQUEST' && isAppeal(act) ? appeals : table[name];
  return spoken[`${name} ${act}`] ?? codes?.modes[mode ?? ''] ?? codes?.own ?? null;
};

/** An action in CAMEO; null for what it has no code for: OCCASION, and what did not happen and is no intent to cooperate. */
export const cameoOf = (action: Action): Cameo | null => {
  const code = codeOf(action);
  const value = values.get(code ?? '');
  if (code === null || value === undefined) return null;
  const root = code.slice(0, 2);
  return { code, base: code.slice(0, 3), root, quadClass: classOf(root), goldstein: value };
};
