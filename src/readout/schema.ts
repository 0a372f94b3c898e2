import { z } from 'zod';
import { EVENT_TYPES } from '../codebook/index.ts';

const id = z.string().describe('Stable id: the record’s kind and a hash of its document and spans.');
const ids = z.array(z.string());
const text = z.string().nullable();

const span = z.strictObject({ start: z.int().min(0), end: z.int().min(0), text: z.string() }).meta({
  id: 'Span',
  description: 'Half-open [start, end) in UTF-16 code units; text is that slice of the readout’s text.',
});

const source = z
  .enum([
    'text',
    'h1',
    'json-ld',
    'microdata',
    'rdfa',
    'og',
    'meta',
    'time-element',
    'title-element',
    'link',
    'lang',
    'header',
    'url',
    'feed',
    'newsml',
    'nitf',
    'ninjs',
    'mail',
    'record',
    'guess',
  ])
  .meta({ id: 'Source', description: 'Where a field was found (docs/decisions/0014-where-fields-come-from.md).' });

const document = z
  .strictObject({
    id: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the text in UTF-8.'),
    title: text,
    dek: text.describe('The line under the headline.'),
    byline: z.array(z.string()).describe('People.'),
    agency: text,
    publisher: text,
    published: text.describe('ISO 8601, with offset if known, the date alone if that is all there is.'),
    dateline: z.strictObject({ place: text, date: text }).nullable(),
    language: z.string(),
    url: text,
    images: z.array(z.strictObject({ caption: text, credit: text })),
    related: z.array(z.strictObject({ title: z.string(), url: text })),
    corrections: z
      .array(z.strictObject({ kind: z.enum(['correction', 'clarification', 'update', 'note']), text: z.string() }))
      .describe('What the editors say they changed; the words stand in the text too.'),
    otherTitles: z
      .array(z.strictObject({ title: z.string(), source }))
      .describe('Headlines that the page gives elsewhere and that differ from the one it prints.'),
    sources: z
      .strictObject({
        title: source,
        dek: source,
        byline: source,
        agency: source,
        publisher: source,
        published: source,
        dateline: source,
        language: source,
        url: source,
      })
      .partial()
      .describe('For each field that has a value, where it was found.'),
    blocks: z.array(
      z.strictObject({
        kind: z.enum(['heading', 'dek', 'paragraph', 'pull-quote', 'caption', 'credit', 'list-item', 'related']),
        span,
      }),
    ),
  })
  .meta({ id: 'Document' });

const actor = z
  .strictObject({
    id,
    name: z.string().describe('Its fullest form in the document.'),
    kind: z.enum(['person', 'organization', 'country', 'group']),
    role: text.describe('The title that the text gives.'),
    affiliation: text.describe('Country or organization.'),
    code: text.describe('PLOVER style: ISO 3166-1 alpha-3 country and sector, "USA GOV".'),
    mentions: z.array(span),
  })
  .meta({ id: 'Actor' });

const grain = z.enum([
  'second',
  'minute',
  'hour',
  'part-of-day',
  'day',
  'weekend',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
  'unknown',
]);
const timeKind = z.enum(['exact', 'approximate', 'range', 'unresolved']);
const rule = z
  .string()
  .describe(
    'The rule or network that made this record; "+head" behind a rule: the network said where its parts begin and end.',
  );

const time = z
  .strictObject({
    id,
    span,
    type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
    value: text.describe('TIMEX3; null where the text leaves it open.'),
    grain,
    kind: timeKind,
    anchor: z.enum(['publication', 'dateline', 'utterance', 'event', 'none']).describe('What it was resolved against.'),
    rule,
  })
  .meta({ id: 'Time' });

const place = z
  .strictObject({
    id,
    span,
    name: z.string(),
    country: text.describe('ISO 3166-1 alpha-3.'),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    precision: z
      .enum(['town', 'region', 'country'])
      .nullable()
      .describe(
        'How exactly it is known where that is; coordinates of a region or country are only somewhere in its middle.',
      ),
    gazetteer: text,
    rule,
  })
  .meta({ id: 'Place' });

const statement = z
  .strictObject({
    id,
    source: span.nullable().describe('The words that name the speaker.'),
    speakers: ids.describe('Actors that the source refers to; empty if unresolved or unnamed.'),
    cue: span,
    content: z.array(span),
    quotation: z.enum(['direct', 'indirect', 'mixed']),
    act: z.enum([
      'say',
      'claim',
      'accuse',
      'deny',
      'confirm',
      'warn',
      'threaten',
      'promise',
      'demand',
      'request',
      'announce',
      'ask',
      'praise',
      'criticize',
      'apologize',
      'refuse',
      'decline',
    ]),
    attitude: z
      .boolean()
      .describe(
        'Thinking, wanting, fearing or expecting rather than speaking. Under the rule statements/head/stance also supporting, opposing, deciding or agreeing, which the codebook counts as no statements.',
      ),
    channel: z.array(z.strictObject({ name: z.string(), span })),
    addressee: span.nullable(),
    time: text.describe('Time of the utterance.'),
    place: text.describe('Place of the utterance.'),
    parent: text.describe('The statement inside whose content this one stands.'),
    rule,
  })
  .meta({ id: 'Statement' });

const event = z
  .strictObject({
    id,
    type: z.enum(EVENT_TYPES),
    mode: text,
    contexts: z.array(z.string()),
    actors: ids,
    recipients: ids,
    trigger: span,
    mentions: z.array(span),
    realis: z.enum(['actual', 'planned', 'expected', 'possible', 'requested', 'conditional', 'negated']),
    assertedBy: ids.describe('Statements that carry it; empty when only the reporter does.'),
    statement: text.describe('The statement that is this event, where it is a speech act.'),
    time: text,
    place: text,
    rule,
  })
  .meta({ id: 'Event' });

const agendaItem = z
  .strictObject({
    id,
    event: z.string(),
    when: z.strictObject({ value: text, grain, kind: z.enum([...timeKind.options, 'unscheduled']) }),
    where: text,
    who: ids,
    state: z.enum(['scheduled', 'postponed', 'rescheduled', 'cancelled', 'held', 'did not happen']),
  })
  .meta({ id: 'AgendaItem' });

const dispute = z
  .strictObject({
    id,
    claim: z.string().describe('The event or statement that is disputed.'),
    counter: z.string().describe('The statement that disputes it.'),
    kind: z.enum(['denies', 'contradicts', 'disputes-characterization']),
    parties: ids,
  })
  .meta({ id: 'Dispute' });

const warning = z
  .strictObject({ code: z.string(), message: z.string(), span: span.nullable() })
  .meta({ id: 'Warning' });

/** The contract of a readout, version 1: what `readout read --format json` prints. `docs/schema.json` is made from it. */
export const readoutSchema = z
  .strictObject({
    readout: z.literal(1),
    engine: z.strictObject({ version: z.string(), model: z.string(), codebook: z.string() }),
    document,
    text: z.string(),
    actors: z.array(actor),
    times: z.array(time),
    places: z.array(place),
    statements: z.array(statement),
    events: z.array(event),
    agenda: z.array(agendaItem),
    disputes: z.array(dispute),
    warnings: z.array(warning),
  })
  .meta({
    title: 'Readout',
    description: 'One news report as rows, each with the words it rests on (docs/glossary.md).',
  });

/** The contract as JSON Schema (draft 2020-12). */
export const toJsonSchema = (): Record<string, unknown> => z.toJSONSchema(readoutSchema);
