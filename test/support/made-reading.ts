import type { ParsedSentence, Reading, Readout } from '../../src/readout/index.ts';
import { documentId, type Evidence } from '../../src/text/index.ts';

/** The words of a made report, with what must never reach a page unescaped. */
export const madeText = [
  'Norland and Sudmark to Talk <b>Again</b>',
  'Norland’s foreign minister, Ada Berg, will meet her Sudmark counterpart on Friday, a spokesman told Radio Nord.',
  'Sudmark denied on Monday that its troops had crossed the border. "It is <script>window.hacked = true</script> a lie," it said.',
];

const text = madeText.join('\n\n');

/** The evidence for the first place where `words` stand after the first `after`. */
export const evidence = (words: string, after = ''): Evidence => {
  const start = text.indexOf(words, Math.max(0, text.indexOf(after)));
  if (start < 0) throw new Error(`The made report does not say "${words}"`);
  return { start, end: start + words.length, text: words };
};

const blocks = madeText.map((block, index) => ({
  kind: index === 0 ? ('heading' as const) : ('paragraph' as const),
  span: evidence(block),
}));

/** A readout made by hand, with a row of every kind. */
export const madeReadout: Readout = {
  readout: 1,
  engine: { version: '0.0.0', model: 'en-made', codebook: 'en-made' },
  document: {
    id: documentId(text),
    title: madeText[0] ?? '',
    dek: null,
    byline: ['Ida Holm'],
    agency: null,
    publisher: 'Nordpost & Co',
    published: '2026-03-04',
    dateline: { place: 'NORDHAVN', date: '2026-03-04' },
    language: 'en',
    url: 'https://nordpost.example/talks?a=1&b=2',
    images: [],
    related: [],
    corrections: [],
    otherTitles: [],
    sources: {},
    blocks,
  },
  text,
  actors: [
    {
      id: 'actor-berg',
      name: 'Ada Berg',
      kind: 'person',
      role: 'foreign minister',
      affiliation: 'Norland',
      code: 'NOR GOV',
      mentions: [evidence('Ada Berg'), evidence('her')],
    },
    {
      id: 'actor-sudmark',
      name: 'Sudmark',
      kind: 'country',
      role: null,
      affiliation: null,
      code: 'SUD GOV',
      mentions: [evidence('Sudmark'), evidence('Sudmark', 'her'), evidence('Sudmark', 'Nord.'), evidence('it', 'lie')],
    },
  ],
  times: [
    {
      id: 'time-friday',
      span: evidence('Friday'),
      type: 'DATE',
      value: '2026-03-06',
      grain: 'day',
      kind: 'exact',
      anchor: 'publication',
      rule: 'times/weekday',
    },
    {
      id: 'time-monday',
      span: evidence('Monday'),
      type: 'DATE',
      value: null,
      grain: 'day',
      kind: 'unresolved',
      anchor: 'none',
      rule: 'times/weekday',
    },
  ],
  places: [],
  statements: [
    {
      id: 'statement-talks',
      source: evidence('a spokesman'),
      speakers: [],
      cue: evidence('told'),
      content: [evidence('Norland’s foreign minister, Ada Berg, will meet her Sudmark counterpart on Friday')],
      quotation: 'indirect',
      act: 'say',
      attitude: false,
      channel: [{ name: 'Radio Nord', span: evidence('Radio Nord') }],
      addressee: evidence('Radio Nord'),
      time: null,
      place: null,
      parent: null,
      rule: 'statements/verb',
    },
    {
      id: 'statement-denial',
      source: evidence('Sudmark', 'Nord.'),
      speakers: ['actor-sudmark'],
      cue: evidence('denied'),
      content: [evidence('that its troops had crossed the border')],
      quotation: 'indirect',
      act: 'deny',
      attitude: false,
      channel: [],
      addressee: null,
      time: 'time-monday',
      place: null,
      parent: null,
      rule: 'statements/verb',
    },
    {
      id: 'statement-lie',
      source: evidence('it', 'lie'),
      speakers: ['actor-sudmark'],
      cue: evidence('said'),
      content: [evidence('"It is <script>window.hacked = true</script> a lie,"')],
      quotation: 'direct',
      act: 'say',
      attitude: false,
      channel: [],
      addressee: null,
      time: null,
      place: null,
      parent: null,
      rule: 'statements/quotation',
    },
  ],
  events: [
    {
      id: 'event-talks',
      type: 'CONSULT',
      mode: 'meet',
      contexts: [],
      actors: ['actor-berg', 'actor-sudmark'],
      recipients: [],
      trigger: evidence('meet'),
      mentions: [evidence('Talk'), evidence('meet')],
      realis: 'planned',
      assertedBy: ['statement-talks'],
      statement: null,
      time: 'time-friday',
      place: null,
      rule: 'events/meet',
    },
    {
      id: 'event-border',
      type: 'MOBILIZE',
      mode: 'troops',
      contexts: [],
      actors: ['actor-sudmark'],
      recipients: [],
      trigger: evidence('crossed'),
      mentions: [evidence('crossed')],
      realis: 'actual',
      assertedBy: ['statement-denial'],
      statement: null,
      time: null,
      place: null,
      rule: 'events/cross',
    },
  ],
  agenda: [
    {
      id: 'agenda-talks',
      event: 'event-talks',
      when: { value: '2026-03-06', grain: 'day', kind: 'exact' },
      where: null,
      who: ['actor-berg', 'actor-sudmark'],
      state: 'scheduled',
    },
  ],
  disputes: [
    {
      id: 'dispute-border',
      claim: 'event-border',
      counter: 'statement-denial',
      kind: 'denies',
      parties: ['actor-sudmark'],
    },
  ],
  warnings: [{ code: 'made', message: 'Made by hand.', span: null }],
};

/** A sentence whose words hang on its first verb: enough of a tree for pages that explain. */
const made = (span: Evidence, verb: string): ParsedSentence => {
  const found = [...span.text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, start: span.start + index }));
  const root = found.findIndex(({ word }) => word === verb);
  return {
    start: span.start,
    end: span.end,
    block: 0,
    entities: [],
    attribution: [],
    attributions: [],
    tokens: found.map(({ word, start }, index) => ({
      start,
      end: start + word.length,
      text: word,
      lemma: word.toLowerCase(),
      upos: index === root ? 'VERB' : 'NOUN',
      feats: {},
      head: index === root ? -1 : root,
      deprel: index === root ? 'root' : 'dep',
    })),
  };
};

/** The made readout with trees. */
export const madeReading: Reading = {
  readout: madeReadout,
  sentences: [
    made(evidence(madeText[1] ?? ''), 'told'),
    made(evidence('Sudmark denied on Monday that its troops had crossed the border.'), 'denied'),
    made(evidence('"It is <script>window.hacked = true</script> a lie," it said.'), 'said.'),
  ],
};
