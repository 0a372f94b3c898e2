const PLACE_PREPOSITIONS = new Set(
  'in at near outside inside around across throughout within on off over along beside from to into onto toward towards'.split(
    ' ',
  ),
);

/** Does a preposition say where something happens? */
export const isPlacePreposition = (preposition: string): boolean => PLACE_PREPOSITIONS.has(preposition);
