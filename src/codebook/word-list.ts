import { z } from 'zod';

/** A list of words that an entry may leave out. */
export const wordList = z.array(z.string().min(1)).readonly().default([]);
