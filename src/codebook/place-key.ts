const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/**
 * The form of a place's name under which it is found: small letters without accents, stops, hyphens and apostrophes,
 * without "the", with "Saint" for "St." and "Mount" for "Mt.": "St. Mary's" → "saint mary".
 */
export const toPlaceKey = (name: string): string => {
  const plain = PLAIN.test(name)
    ? name
    : name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/['’‘ʼ`]s?$/, '')
        .replace(/[.,;:'’‘ʼ`]/g, '')
        .replace(/[\s-]+/g, ' ')
        .trim();
  return plain.toLowerCase().replace(/^the /, '').replace(/^st /, 'saint ').replace(/^mt /, 'mount ');
};
