import type { Event, Place, Readout, Statement } from '../../src/readout/index.ts';
import { documentId, type Evidence, toEvidence } from '../../src/text/index.ts';

/** Where something is, as a readout says it. */
export type Whereabouts = Pick<Place, 'name' | 'country' | 'lat' | 'lon' | 'precision' | 'gazetteer' | 'rule'>;

const place = (name: string, more: Partial<Whereabouts>): Whereabouts => ({
  name,
  country: null,
  lat: null,
  lon: null,
  precision: null,
  gazetteer: null,
  rule: 'made',
  ...more,
});

/** Places of every precision. */
export const made = {
  tallinn: place('Tallinn', { country: 'EST', lat: 59.44, lon: 24.75, precision: 'town', gazetteer: 'made:tallinn' }),
  riga: place('Riga', { country: 'LVA', lat: 56.95, lon: 24.11, precision: 'town', gazetteer: 'made:riga' }),
  lima: place('Lima', { country: 'PER', lat: -12.04, lon: -77.03, precision: 'town', gazetteer: 'made:lima' }),
  texas: place('Texas', { country: 'USA', lat: 31.5, lon: -99.3, precision: 'region', gazetteer: 'made:texas' }),
  peru: place('Peru', { country: 'PER', lat: -9.5, lon: -75, precision: 'country', gazetteer: 'iso3166:PER' }),
  sea: place('Baltic Sea', { lat: 58, lon: 20, precision: 'region', gazetteer: 'made:baltic' }),
  unknown: place('Quillenbury', {}),
} as const;

/** What one report of the made world tells. */
export interface MadeTold {
  readonly who: string;
  readonly whom?: string;
  readonly type?: Event['type'];
  readonly realis?: Event['realis'];
  readonly act?: Statement['act'];
  readonly at?: Whereabouts;
  /** The day it happens, `2026-03-04`; where none is given the report tells no time. */
  readonly on?: string;
  readonly published: string;
}

const actorIn = (text: string, name: string) => ({
  id: `actor-${name}`,
  name,
  kind: 'country' as const,
  role: null,
  affiliation: null,
  code: null,
  mentions: [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(({ index }) =>
    toEvidence(text, { start: index, end: index + name.length }),
  ),
});

const eventOf = (told: MadeTold, words: (part: string) => Evidence): Event => ({
  id: 'event-1',
  type: told.type ?? 'CONSULT',
  mode: null,
  contexts: [],
  actors: [`actor-${told.who}`],
  recipients: told.whom === undefined ? [] : [`actor-${told.whom}`],
  trigger: words('moved'),
  mentions: [words('moved')],
  realis: told.realis ?? 'actual',
  assertedBy: [],
  statement: null,
  time: told.on === undefined ? null : 'time-1',
  place: told.at === undefined ? null : 'place-1',
  rule: 'made',
});

const statementOf = ({ who, act }: MadeTold, words: (part: string) => Evidence, content: string): Statement => ({
  id: 'statement-1',
  source: words(who),
  speakers: [`actor-${who}`],
  cue: words('said'),
  content: [words(content)],
  quotation: 'indirect',
  act: act ?? 'say',
  attitude: false,
  channel: [],
  addressee: null,
  time: null,
  place: null,
  parent: null,
  rule: 'made',
});

/** A report that tells of one event, and of one statement about it. Actors are countries, and so one actor under one name. */
export const worldReadout = (number: number, told: MadeTold): Readout => {
  const { who, whom = 'nobody', at, on, published } = told;
  const title = `Dispatch ${number}`;
  const content = `that ${whom} was behind matter ${number}`;
  const text = `${title}\n\n${who} moved on ${whom} over matter ${number}${at === undefined ? '' : ` in ${at.name}`}${on === undefined ? '' : ` on ${on}`}. ${who} said ${content}.`;
  const words = (part: string): Evidence => {
    const start = text.indexOf(part, title.length);
    return toEvidence(text, { start, end: start + part.length });
  };
  return {
    readout: 1,
    engine: { version: '0.0.0', model: 'en-made', codebook: 'en-made' },
    document: {
      id: documentId(text),
      title,
      dek: null,
      byline: [],
      agency: null,
      publisher: `Paper ${number % 3}`,
      published,
      dateline: null,
      language: 'en',
      url: `https://paper${number % 3}.example/${number}`,
      images: [],
      related: [],
      corrections: [],
      otherTitles: [],
      sources: {},
      blocks: [
        { kind: 'heading', span: toEvidence(text, { start: 0, end: title.length }) },
        { kind: 'paragraph', span: toEvidence(text, { start: title.length + 2, end: text.length }) },
      ],
    },
    text,
    actors: [actorIn(text, who), ...(told.whom === undefined ? [] : [actorIn(text, whom)])],
    times:
      on === undefined
        ? []
        : [
            {
              id: 'time-1',
              span: words(on),
              type: 'DATE',
              value: on,
              grain: 'day',
              kind: 'exact',
              anchor: 'publication',
              rule: 'made',
            },
          ],
    places: at === undefined ? [] : [{ id: 'place-1', span: words(at.name), ...at }],
    statements: [statementOf(told, words, content)],
    events: [eventOf(told, words)],
    agenda: [],
    disputes: [],
    warnings: [],
  };
};

/** A made world: towns, a region, a country, a sea and somewhere unknown; who moves on whom; a plan ahead. */
export const madeWorld: readonly MadeTold[] = [
  { who: 'Estonia', whom: 'Latvia', at: made.tallinn, on: '2026-03-02', published: '2026-03-03' },
  { who: 'Estonia', whom: 'Latvia', at: made.tallinn, type: 'ACCUSE', act: 'accuse', published: '2026-03-04' },
  { who: 'Estonia', whom: 'Peru', at: made.riga, type: 'AID', on: '2026-03-05', published: '2026-03-06' },
  { who: 'Latvia', whom: 'Estonia', at: made.riga, type: 'REJECT', act: 'deny', published: '2026-03-09' },
  { who: 'Peru', whom: 'Latvia', at: made.lima, type: 'SANCTION', act: 'threaten', published: '2026-03-10' },
  { who: 'Peru', whom: 'Estonia', at: made.peru, type: 'AGREE', published: '2026-03-11' },
  { who: 'Latvia', whom: 'Peru', at: made.texas, realis: 'planned', on: '2099-05-06', published: '2026-03-12' },
  { who: 'Estonia', at: made.sea, type: 'MOBILIZE', realis: 'possible', published: '2026-03-13' },
  { who: 'Latvia', at: made.unknown, type: 'PROTEST', published: '2026-03-14' },
  { who: 'Latvia', published: '2026-03-14', type: 'COERCE', whom: 'Estonia' },
];

/** The reports of the made world. */
export const worldReadouts: readonly Readout[] = madeWorld.map((told, index) => worldReadout(index + 1, told));
