import type { ActorSummary } from '../../service/index.ts';

/** Who an actor of the ledger is; null for one that is not looked up. */
export type Known = (id: string) => ActorSummary | null;

/** Codes of sectors (codebook/sectors.yaml) and of kinds of bodies, which may stand without a country. */
const sectors = new Set(
  'GOV LEG JUD MIL SPY COP PRM REB UAF PTY OPP ELI BUS LAB AGR EDU JRN MED REL REF CRM CVL SOC PRE IGO NGO NGM MNC'.split(
    ' ',
  ),
);

/** PLOVER's code of an actor in its parts. */
export interface CodeParts {
  readonly country: string | null;
  readonly sectors: readonly string[];
}

/** The commonest code of an actor: its country (three capitals) and sectors. */
export const codeParts = (actor: ActorSummary | null): CodeParts => {
  const best = actor?.codes.toSorted((a, b) => b.reports - a.reports)[0]?.value ?? '';
  const [first = '', ...rest] = best.split(' ');
  // Sectors have three capitals too; countries come first and are none of them.
  const isCountry = /^[A-Z]{3}$/.test(first) && !sectors.has(first);
  return {
    country: isCountry ? first : null,
    sectors: (isCountry ? rest : [first, ...rest]).filter((part) => part !== ''),
  };
};

/**
 * PLOVER's sectors that CAMEO calls otherwise, or has none for (null). PLOVER took MED for health, which CAMEO has for the press.
 * Paramilitaries whose tie to a state is not known are UAF there; CVL stands for whom no other code fits (CAMEO manual 1.1b3, 3.1).
 */
const renamed: Readonly<Record<string, string | null>> = { JRN: 'MED', MED: 'HLH', PRM: 'UAF', SOC: 'CVL', PRE: null };

/** Bodies between states and such: these stand in front of the country. */
const international = new Set(['IGO', 'NGO', 'NGM', 'MNC']);

/** In GDELT's data these are part of the whole code, and never in a column of types. */
const untyped = new Set(['PTY', 'REL']);

/** Bodies that CAMEO has a code of their own for, and its last three letters in GDELT's list of known groups (CAMEO.knowngroup.txt). */
const groups: Readonly<Record<string, string>> = {
  'United Nations': 'IGOUNO',
  'European Union': 'IGOEUREEC',
  NATO: 'IGOWSTNAT',
  'Arab League': 'IGOMEAARL',
  'Organization of American States': 'IGOOAS',
  'Organization for Security and Co-operation in Europe': 'IGOEURSCE',
  'Economic Community of West African States': 'IGOWAFWAS',
  'Southern African Development Community': 'IGOSAFDEVSAD',
  'Intergovernmental Authority on Development': 'IGOEAFDEVIAD',
  'Association of Southeast Asian Nations': 'IGOSEAASN',
  'Gulf Cooperation Council': 'IGOPGSGCC',
  OPEC: 'IGOBUSOPC',
  'International Monetary Fund': 'IGOBUSIMF',
  'World Bank': 'IGOUNODEVWBK',
  'World Trade Organization': 'IGOBUSWTO',
  'World Health Organization': 'IGOUNOHLHWHO',
  'International Atomic Energy Agency': 'IGOUNOIAE',
};

/** An actor's code in CAMEO, and what GDELT takes out of it. */
export interface CameoActor {
  readonly code: string;
  readonly country: string | null;
  readonly group: string | null;
  /** Three at most. */
  readonly types: readonly string[];
}

/** PLOVER's code of an actor, told in CAMEO. The country's code stays that of ISO 3166-1, which both use. */
export const cameoActor = (name: string, { country, sectors: all }: CodeParts): CameoActor => {
  const codes = [...new Set(all.map((sector) => (sector in renamed ? renamed[sector] : sector)))].filter(
    (code) => code !== null && code !== undefined,
  );
  const ahead = codes.filter((code) => international.has(code));
  const behind = codes.filter((code) => !international.has(code));
  const own = country === null ? groups[name] : undefined;
  return {
    code: own ?? [...ahead, country ?? '', ...behind].join(''),
    country,
    group: own?.slice(-3) ?? null,
    types: [...ahead, ...behind].filter((code) => !untyped.has(code)).slice(0, 3),
  };
};
