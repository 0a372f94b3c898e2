import type { Readout } from '../src/readout/index.ts';
import { documentId, type Evidence, toEvidence } from '../src/text/index.ts';

/** Words that a page must show and never run, or that run from right to left. */
const odd = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(2)</script>',
  '"></span><b onclick=alert(3)>bold</b>',
  'قال الوزير إن المحادثات ستُستأنف غدًا',
  'השר אמר כי השיחות יחודשו מחר',
  '\u202Ereversed\u202C and back',
  'ni\u0303o, 👩‍🚀, \u{1F1F2}\u{1F1EC}, 東京で会談',
];

const STATEMENTS = 300;
/** Words of each paragraph beside those of its statement. */
const FILLING = 60;

const paragraphOf = (number: number): { readonly text: string; readonly content: string; readonly cue: string } => {
  const oddity = odd[number % odd.length] ?? '';
  const content = `“Item ${number} of the talks ${oddity} stays open”`;
  const filling = Array.from({ length: FILLING }, (_, word) => `w${(number * 31 + word * 7) % 997}`).join(' ');
  const cue = number % 3 === 0 ? 'said' : 'insisted';
  return { text: `${content}, the envoy of delegation ${number} ${cue} in Nordhavn. ${filling}.`, content, cue };
};

/** The text of the long report, and where its parts stand. */
interface Layout {
  readonly title: string;
  readonly text: string;
  readonly paragraphs: readonly { readonly text: string; readonly content: string; readonly cue: string }[];
  /** The words of a paragraph as evidence. */
  readonly words: (paragraph: number, part: string) => Evidence;
}

const layout = (): Layout => {
  const title = `The longest day of talks ${odd[0]} ${odd[3]}`;
  const paragraphs = Array.from({ length: STATEMENTS }, (_, index) => paragraphOf(index + 1));
  const text = [title, ...paragraphs.map((paragraph) => paragraph.text)].join('\n\n');
  const starts: number[] = [];
  for (const paragraph of paragraphs) starts.push(text.indexOf(paragraph.text, starts.at(-1) ?? title.length));
  const words = (paragraph: number, part: string): Evidence => {
    const at = text.indexOf(part, starts[paragraph] ?? 0);
    return toEvidence(text, { start: at, end: at + part.length });
  };
  return { title, text, paragraphs, words };
};

const documentOf = ({ title, text, paragraphs, words }: Layout): Readout['document'] => ({
  id: documentId(text),
  title,
  dek: null,
  byline: [],
  agency: null,
  publisher: odd[1] ?? null,
  published: '2026-03-02T00:00:00.000Z',
  dateline: null,
  language: 'en',
  url: null,
  images: [],
  related: [],
  corrections: [],
  otherTitles: [],
  sources: {},
  blocks: [
    { kind: 'heading', span: toEvidence(text, { start: 0, end: title.length }) },
    ...paragraphs.map((paragraph, index) => ({ kind: 'paragraph' as const, span: words(index, paragraph.text) })),
  ],
});

const statementsOf = ({ paragraphs, words }: Layout): Readout['statements'] =>
  paragraphs.map(({ content, cue }, index) => ({
    id: `statement-${index}`,
    source: words(index, `the envoy of delegation ${index + 1}`),
    speakers: [`actor-${index}`],
    cue: words(index, cue),
    content: [words(index, content)],
    quotation: 'direct',
    act: 'say',
    attitude: false,
    channel: [],
    addressee: null,
    time: null,
    place: null,
    parent: null,
    rule: 'made',
  }));

/** A report of 20,000 words with 300 statements, hostile markup, and words from right to left: no report is worse to show. */
export const longReport = (): Readout => {
  const own = layout();
  const speaker = { kind: 'person' as const, role: null, affiliation: null, code: null };
  return {
    readout: 1,
    engine: { version: '0.0.0', model: 'en-made', codebook: 'en-made' },
    document: documentOf(own),
    text: own.text,
    actors: own.paragraphs.map((_, index) => ({
      ...speaker,
      id: `actor-${index}`,
      name: `envoy of delegation ${index + 1}`,
      mentions: [own.words(index, `envoy of delegation ${index + 1}`)],
    })),
    times: [],
    places: [],
    statements: statementsOf(own),
    events: [],
    agenda: [],
    disputes: [],
    warnings: [],
  };
};
