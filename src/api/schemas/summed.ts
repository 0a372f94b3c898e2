import { z } from '@hono/zod-openapi';
import { readoutSchema } from '../../readout/index.ts';
import { actorName } from './records.ts';

const { events, places } = readoutSchema.shape;
const text = z.string().nullable();
const kind = z.enum(['event', 'statement']);

const place = z
  .object({
    id: z.string().describe('What events there are asked for with (`place`).'),
    name: z.string(),
    country: text.describe('ISO 3166-1 alpha-3; null where it lies in several countries or in none.'),
    precision: places.element.shape.precision,
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    records: z.int(),
    tallies: z.array(
      z.object({ type: events.element.shape.type, realis: events.element.shape.realis, records: z.int() }),
    ),
  })
  .openapi('PlaceCount');

/** Events by place. */
export const placeCounts = z
  .object({
    places: z.array(place),
    countries: z
      .array(z.object({ country: text, places: z.int(), records: z.int() }))
      .describe('All places, also those that are not listed.'),
    placed: z.int().describe('Events that name a place.'),
    unplaced: z.int().describe('Events that name none.'),
  })
  .openapi('PlaceCounts');

/** Who acts on whom and speaks about whom. */
export const network = z
  .object({
    actors: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(['person', 'organization', 'country', 'group']),
        records: z.int().describe('Records that link it with others, also with those who are not given.'),
      }),
    ),
    links: z.array(
      z.object({
        source: z.string(),
        target: z.string(),
        records: z.int(),
        tallies: z.array(z.object({ kind, label: z.string(), records: z.int() })),
      }),
    ),
    all: z
      .object({ actors: z.int(), links: z.int(), records: z.int() })
      .describe('How much there is, also what is not given.'),
  })
  .openapi('Network');

/** What one actor did, underwent, plans and said over time. */
export const lane = z
  .object({
    actor: actorName,
    counts: z.array(
      z.object({
        start: z.string(),
        kind,
        label: z.string(),
        realis: events.element.shape.realis.nullable(),
        records: z.int(),
        undated: z.int().describe('Those that tell no time and stand where their report was published.'),
      }),
    ),
  })
  .openapi('Lane');
