import { describe, expect, test } from 'vitest';
import { readSaid, type Said } from '../support/read-said.ts';

type Expected = Partial<Omit<Said, 'statement'>>;

/** Each row: what it shows, the sentence, and a statement that must be among those found. */
const MUST_FIND: readonly (readonly [shows: string, text: string, expected: Expected])[] = [
  [
    'indirect speech',
    'Ada Berg said that the border would stay open.',
    {
      source: 'Ada Berg',
      speakers: ['Ada Berg'],
      cue: 'said',
      content: ['that the border would stay open'],
      quotation: 'indirect',
      act: 'say',
    },
  ],
  [
    'speech before its speaker',
    "The border will stay open, Norway's foreign minister, Ada Berg, said on Monday.",
    { speakers: ['Ada Berg'], content: ['The border will stay open'] },
  ],
  [
    'direct speech',
    '"We will never leave the valley," Ada Berg told reporters.',
    { content: ['"We will never leave the valley,"'], quotation: 'direct', addressee: 'reporters', act: 'refuse' },
  ],
  [
    'direct speech that goes on after its speaker',
    '"This is our coast," Ada Berg said. "It is not a place for foreign ships. They must go."',
    { content: ['"This is our coast,"', '"It is not a place for foreign ships. They must go."'], quotation: 'direct' },
  ],
  [
    'a curly quotation',
    '“The talks were good,” Ada Berg said.',
    { content: ['“The talks were good,”'], quotation: 'direct' },
  ],
  ['mixed speech', 'Ada Berg said the plan was "a gift to smugglers" and would fail.', { quotation: 'mixed' }],
  [
    'according to',
    'According to the Norwegian government, three soldiers crossed the river.',
    { source: 'the Norwegian government', cue: 'According to', speakers: ['Norway'] },
  ],
  [
    'an accusation',
    'Ada Berg accused Sweden of hiding the report.',
    { act: 'accuse', content: ['of hiding the report'], addressee: 'Sweden' },
  ],
  [
    'a denial',
    'Sweden denied that its ships had left port.',
    { act: 'deny', speakers: ['Sweden'], content: ['that its ships had left port'] },
  ],
  ['a warning', 'Ada Berg warned Sweden against sending ships.', { act: 'warn', addressee: 'Sweden' }],
  [
    'a request',
    'Ada Berg urged Sweden to pull back its ships.',
    { act: 'request', content: ['to pull back its ships'] },
  ],
  [
    'a call on somebody',
    'Ada Berg has called on Sweden to free the sailors.',
    { act: 'request', content: ['to free the sailors'] },
  ],
  ['a promise', 'Ada Berg promised to rebuild the bridge.', { act: 'promise', content: ['to rebuild the bridge'] }],
  ['a refusal', 'Ada Berg refused to sign the treaty.', { act: 'refuse' }],
  ['no comment', 'Ada Berg declined to say who had paid for the ships.', { act: 'decline' }],
  ['no comment by its noun', 'Ada Berg declined comment on the ships.', { act: 'decline' }],
  ['no comment by negation', 'Ada Berg would not elaborate on the talks.', { act: 'decline' }],
  [
    'making clear',
    'Ada Berg made clear that the ships were not welcome.',
    { cue: 'made clear', content: ['that the ships were not welcome'] },
  ],
  [
    'an outlet in an interview',
    'Ada Berg said in interviews with Radio Nord and TV Oslo that she would stay.',
    { channel: ['Radio Nord', 'TV Oslo'] },
  ],
  ['a statement as channel', 'Ada Berg said in a statement that she would stay.', { channel: ['statement'] }],
  [
    'a dash in a headline',
    'Ships to Leave Port by Friday – Minister',
    { cue: '–', source: 'Minister', content: ['Ships to Leave Port by Friday'] },
  ],
  [
    'a colon in a headline',
    'Ada Berg: Ships will leave port by Friday',
    { cue: ':', speakers: ['Ada Berg'], content: ['Ships will leave port by Friday'] },
  ],
  ['a wish', 'Ada Berg wants to visit Stockholm.', { attitude: true, content: ['to visit Stockholm'] }],
  [
    'an expectation of nobody named',
    'Thousands were expected to march through Oslo.',
    { attitude: true, source: null, speakers: [] },
  ],
  ['an unnamed source', 'A senior official said the talks had failed.', { source: 'A senior official', speakers: [] }],
  [
    'a claim as a noun',
    'Her claim that the ships had left was repeated by nobody.',
    { source: 'Her', cue: 'claim', act: 'claim', content: ['that the ships had left'] },
  ],
  ['a pronoun', 'Ada Berg flew to Stockholm. She said the talks were hard.', { source: 'She', speakers: ['Ada Berg'] }],
  ['an order', 'Ada Berg demanded that Sweden free the sailors.', { act: 'demand' }],
];

const HEADLINES = new Set(['a dash in a headline', 'a colon in a headline']);

describe('statements', () => {
  test.each(MUST_FIND)('%s: %s', async (shows, text, expected) => {
    const { said } = await readSaid(text, { kind: HEADLINES.has(shows) ? 'heading' : 'paragraph' });
    expect(said).toContainEqual(expect.objectContaining(expected));
  });

  test.each([
    ['The so-called "ghost ships" left the port of Oslo on Monday.'],
    ['The film "A Winter in Oslo" opens on Friday.'],
    ['Three ships left the port and two came back.'],
    ['The ministers met in Oslo on Friday.'],
    ['Sweden should condemn the attack at once.'],
    ['The government denied him a visa.'],
  ])('nobody speaks: %s', async (text) => {
    const { said } = await readSaid(text);
    expect(said.filter((each) => !each.attitude).map((each) => each.rule)).toEqual([]);
  });

  test('what is told inside a statement points to it', async () => {
    const { said } = await readSaid('Ada Berg said that Sweden had denied the report.');
    expect(said).toContainEqual(expect.objectContaining({ cue: 'said', parent: null }));
    expect(said).toContainEqual(expect.objectContaining({ act: 'deny', parent: 'said', speakers: ['Sweden'] }));
  });

  test('"we" inside a quotation is its speaker', async () => {
    const { said } = await readSaid('"We believe that the ships will go," Ada Berg said.');
    expect(said).toContainEqual(expect.objectContaining({ source: 'We', speakers: ['Ada Berg'], attitude: true }));
  });

  test('a question to the speaker is not his', async () => {
    const { said } = await readSaid('Asked whether Sweden would send ships, Ada Berg told reporters: "I do not know."');
    const asked = said.find((each) => each.cue.startsWith('Asked'));
    expect(asked?.speakers ?? []).toEqual([]);
    expect(said).toContainEqual(expect.objectContaining({ speakers: ['Ada Berg'], addressee: 'reporters' }));
  });

  test('every span is the words that it claims, and ids are the same twice', async () => {
    const text = '"Our ships stay," Ada Berg told Radio Nord. "All of them." Sweden denied that it had asked for help.';
    const [{ said }, again] = [await readSaid(text), await readSaid(text)];
    const spans = said.flatMap(({ statement }) => [
      statement.cue,
      ...statement.content,
      ...(statement.source === null ? [] : [statement.source]),
    ]);
    for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
    expect(again.said.map((each) => each.statement.id)).toEqual(said.map((each) => each.statement.id));
  });
});
