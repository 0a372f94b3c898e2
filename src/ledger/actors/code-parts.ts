/** Sectors and kinds of bodies of PLOVER that stand where a country may stand in a code. */
const NO_COUNTRY = new Set(
  'GOV LEG JUD MIL SPY COP PRM REB UAF PTY OPP ELI BUS LAB AGR EDU JRN MED HEL REL REF CRM CVL SOC PRE IGO NGO NMC POL UNK'.split(
    ' ',
  ),
);

/** The country of a code, ISO 3166-1 alpha-3: "VEN OPP" → "VEN", "IGO" → null. */
export const countryOfCode = (code: string | null): string | null => {
  const [first = ''] = (code ?? '').split(' ');
  return /^[A-Z]{3}$/.test(first) && !NO_COUNTRY.has(first) ? first : null;
};

/** The sector of a code: "VEN OPP" → "OPP". */
export const sectorOfCode = (code: string | null): string | null =>
  (code ?? '').split(' ').findLast((part) => NO_COUNTRY.has(part)) ?? null;
