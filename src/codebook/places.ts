import { z } from 'zod';

const names = z.array(z.string().min(1)).readonly().default([]);

/** An entry of the section `places`. */
export const placeSchema = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    aliases: names,
    /** ISO 3166-1 alpha-3; absent where it lies in several countries, or in none. */
    country: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be three capitals, as in ISO 3166-1 alpha-3')
      .optional(),
    /** Latitude and longitude. */
    at: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).optional(),
    /** People of a town; a place without them is a region, a water or a building. */
    people: z.number().int().nonnegative().optional(),
    /** The place of the gazetteer that this is another name of. */
    same: z.string().optional(),
  })
  .refine((entry) => (entry.at === undefined) !== (entry.same === undefined), 'needs either at or same');

/** A place of `places.yaml`. */
export type PlaceEntry = Readonly<z.infer<typeof placeSchema>>;
