import { countryOfCode, sectorOfCode } from '../actors/code-parts.ts';
import type { ActorSummary, EventSummary, Party } from '../node.ts';
import type { Report } from '../report.ts';
import { foldedWords } from '../words/fold.ts';
import { stem } from '../words/stem.ts';

/** How well two parties fit: the same node; the same kind of people; a state and one who acts for it; people of one country. */
const FIT = { same: 1, alike: 0.8, state: 0.6, sector: 0.5, countrymen: 0.25 };

/** A party as it is compared. A group without a name goes by its last word: "three Norland sailors" → "sailor". */
export const partyOf = (report: Report, id: string, side: Party['side'], node: string, actor: ActorSummary): Party => {
  const told = report.actor(id)?.code ?? null;
  const code = countryOfCode(told) === null ? (actor.codes[0]?.value ?? told) : told;
  return {
    node,
    side,
    kind: actor.kind,
    country: countryOfCode(code),
    sector: sectorOfCode(code),
    label: actor.isNamed ? null : stem(foldedWords(actor.name).at(-1) ?? ''),
  };
};

const isState = ({ sector, country }: Party): boolean =>
  country !== null && (sector === null || /^(?:GOV|MIL|SPY|COP|LEG)$/.test(sector));

const compatible = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other;

const fitOfNameless = (one: Party, other: Party): number => {
  if (!compatible(one.country, other.country)) return 0;
  if (one.label !== null && one.label === other.label) return FIT.alike;
  if (one.sector !== null && one.sector === other.sector) return FIT.sector;
  return one.country !== null && one.country === other.country ? FIT.countrymen : 0;
};

/** How well two parties fit each other: 0 … 1. */
export const fitOf = (one: Party, other: Party): number => {
  if (one.node === other.node) return FIT.same;
  if (one.label !== null || other.label !== null) return fitOfNameless(one, other);
  const isOfState = one.kind === 'country' || other.kind === 'country';
  return isOfState && one.country !== null && one.country === other.country && isState(one) && isState(other)
    ? FIT.state
    : 0;
};

/** How well the fewer of two sides fit the others on the mean; null where one side is not told. */
const fitOfSides = (one: readonly Party[], other: readonly Party[]): number | null => {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length === 0) return null;
  const fits = fewer.map((party) => Math.max(...more.map((each) => fitOf(party, each))));
  return fits.reduce((sum, fit) => sum + fit, 0) / fits.length;
};

/** Types whose parties do the same thing together, so that it does not matter which side they stand on. */
const MUTUAL = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'SUPPORT']);

/** Less than this on a side is somebody else. */
const LEAST = 0.25;

/** How well the parties of two events fit; null where a side that both tell does not, or nothing does. */
export const fitOfParties = (one: EventSummary, other: EventSummary): number | null => {
  const side = (event: EventSummary, wanted: Party['side']) => event.parties.filter((party) => party.side === wanted);
  const fits = MUTUAL.has(one.type)
    ? [fitOfSides(one.parties, other.parties)]
    : [
        fitOfSides(side(one, 'actor'), side(other, 'actor')),
        fitOfSides(side(one, 'recipient'), side(other, 'recipient')),
      ];
  const told = fits.filter((fit) => fit !== null);
  if (told.length === 0 || told.some((fit) => fit < LEAST)) return null;
  return told.reduce((sum, fit) => sum + fit, 0) / told.length;
};

/** What a party is looked up by: its node, its state, or what nameless people are called. */
export const partyKeys = ({ node, country, sector, label }: Party): readonly string[] => {
  if (label === null) return country === null || !isState({ sector, country } as Party) ? [node] : [node, country];
  return [
    `${label}`,
    ...(sector === null ? [] : [`${country ?? ''}/${sector}`]),
    ...(country === null ? [] : [country]),
  ];
};
