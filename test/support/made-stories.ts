import type { Arrival } from '../../src/ledger/index.ts';
import { madeReport } from './made-records.ts';

interface World {
  readonly who: string;
  readonly role: string;
  readonly code: string;
  readonly country: string;
  readonly place: string;
  readonly about: string;
}

/** Stories that have no word, actor or place in common. */
const WORLDS: readonly World[] = [
  {
    who: 'Maija Holm',
    role: 'transport minister',
    code: 'FIN',
    country: 'Finland',
    place: 'Turku',
    about: 'ferry pensions at the quay',
  },
  {
    who: 'Rafael Soto',
    role: 'agriculture envoy',
    code: 'PER',
    country: 'Peru',
    place: 'Cusco',
    about: 'potato blight in highland terraces',
  },
  {
    who: 'Amina Diallo',
    role: 'health commissioner',
    code: 'SEN',
    country: 'Senegal',
    place: 'Dakar',
    about: 'malaria nets for fishing villages',
  },
];

const DAYS = ['2025-03-03', '2025-03-04', '2025-03-05'];

const told = ({ who, role, code, country, place, about }: World, day: number, house: string): Arrival => {
  const surname = who.split(' ')[1] ?? '';
  const published = DAYS[day] ?? '';
  const quote = `"we will not give way on ${about}"`;
  return madeReport({
    text: `${who} met ${country} in ${place} on ${DAYS[0]}, the ${house} said on ${published}. Then ${surname} accused ${country} over ${about} and told us: ${quote}.`,
    title: `${country}, ${surname} and ${about}`,
    published,
    publisher: house,
    actors: {
      [who]: { role, code: `${code} OPP` },
      [country]: { kind: 'country', code: `${code} GOV` },
    },
    times: { [DAYS[0] ?? '']: DAYS[0] ?? '' },
    places: { [place]: { country: code } },
    statements: {
      accused: { by: [who], content: about, act: 'accuse' },
      told: { by: [who], content: quote },
    },
    events: {
      met: { by: [who, country], on: DAYS[0] ?? '', at: place },
      [`accused ${country}`]: { type: 'ACCUSE', by: [who], to: [country] },
    },
    disputes: [['accused', 'told']],
    agenda: { met: { state: 'scheduled', on: DAYS[0] ?? '' } },
  });
};

/** For each of three unrelated stories the reports of two houses on three days. */
export const madeStories: readonly (readonly Arrival[])[] = WORLDS.map((world) =>
  DAYS.flatMap((_, day) => ['courier', 'gazette'].map((house) => told(world, day, house))),
);
