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

/** City and region of a phrase that is written like a place; null if it is not. */
const readCity = (phrase: string): readonly string[] | null => {
  const name = bare(phrase);
  if (!/^\p{Lu}[\p{L}.'’ ,-]*$/u.test(name) || !isCapitalised(name.replace(/,/g, ''))) return null;
  const parts = name.toLowerCase().split(/\s*,\s*/);
  return parts.length <= 3 && (parts[0] ?? '').split(/\s+/).length <= 4 ? parts : null;
};

/** Whether a phrase is a city of several words, by its name or by how its name opens: "Addis Ababa", "Port Ansel". */
export const isSurelyCity = (phrase: string): boolean => {
  const [city = ''] = readCity(phrase) ?? [];
  const words = city.split(/\s+/);
  return (
    words.length > 1 && (cities.has(city) || cityOpenings.has(words[0] ?? '') || /\s(?:city|d\.?c\.?)$/.test(city))
  );
};

/** Whether a phrase before a date can only be a place: one word, "City, Country", or a city of several words. */
export const isCity = (phrase: string): boolean => {
  const [city] = readCity(phrase) ?? [];
  return city !== undefined && (!city.includes(' ') || isSurelyCity(phrase));
};

/** A headline without the name of the paper that a page's title has at its end: "Report | The Norland Courier". */
export const cutSite = (title: string): { readonly text: string; readonly site: string | null } => {
  const at = /\s+[|\-–—•·:»]\s+([^|–—»]{2,60})$/.exec(title);
  const tail = at?.[1]?.trim() ?? '';
  return at !== null && (isOutlet(tail) || isIssuer(tail))
    ? { text: title.slice(0, at.index), site: tail }
    : { text: title, site: null };
};
