import { alternatives, phraseSet } from './words.ts';

const outletForm = new RegExp(`\\s(?:${alternatives('outlets')})$`, 'iu');
const afterThe = new RegExp(`^the\\s.*(?:${alternatives('outlets-the')})$`, 'iu');
const issuerForm = new RegExp(`(?:^|\\s)(?:${alternatives('issuers')})(?=\\s|$)`, 'iu');
const domain = /^(?:www\.)?(?:[a-z\d-]+\.)+[a-z]{2,12}$/i;
const cities = phraseSet('cities');
const cityOpenings = phraseSet('city-openings');
const small = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'de', 'del', 'du', 'di']);

/** Whether every word of a phrase is written as in a name: "Office of the Spokesperson". */
export const isCapitalised = (phrase: string): boolean =>
  phrase.split(/\s+/).every((word) => small.has(word) || /^[("“'‘]?[\p{Lu}\d&]/u.test(word));

const bare = (phrase: string): string => phrase.trim().replace(/^[([]([^()[\]]*)[)\]]$/, '$1');

/** Whether a phrase has the form of the name of a paper, broadcaster or site: "The Norland Courier", "sundtimes.example". */
export const isOutlet = (phrase: string): boolean => {
  const name = bare(phrase).replace(/\s*\([^()]*\)$/, '');
  if (domain.test(name)) return true;
  const words = name.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    !/[,:/"“”[\]]/.test(name) &&
    isCapitalised(name) &&
    (outletForm.test(name) || afterThe.test(name))
  );
};

/** Whether a phrase names a body that publishes its own reports: "Ministry of Foreign Affairs". */
export const isIssuer = (phrase: string): boolean =>
  phrase.split(/\s+/).length <= 12 && isCapitalised(phrase.replace(/,/g, '')) && issuerForm.test(phrase);

/** Whether a phrase before a date can only be a place: one word, "City, Country", or a city of several words. */
export const isCity = (phrase: string): boolean => {
  const name = bare(phrase).toLowerCase();
  if (!/^\p{Lu}[\p{L}.'’ ,-]*$/u.test(bare(phrase)) || !isCapitalised(bare(phrase).replace(/,/g, ''))) return false;
  const [city = '', ...region] = name.split(/\s*,\s*/);
  const words = city.split(/\s+/);
  if (words.length > 4 || region.length > 2) return false;
  return (
    words.length === 1 || cities.has(city) || cityOpenings.has(words[0] ?? '') || /\s(?:city|d\.?c\.?)$/.test(city)
  );
};
