import type { Codebook, CodebookFile } from '../src/codebook/index.ts';

/** A code with the days between which it holds, as a PETRARCH actor file has it. */
interface DatedCode {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** An actor of a PETRARCH file: its names, and its codes in the file's order. */
export interface PetrarchActor {
  readonly names: readonly string[];
  readonly codes: readonly DatedCode[];
}

const COMMENTS = /<\s*!\s*--[\s\S]*?-->/g;

/** `950601` or `19950601` → 1995-06-01. */
const toDay = (digits: string): string => {
  const long = digits.length === 6 ? `19${digits}` : digits;
  return `${long.slice(0, 4)}-${long.slice(4, 6)}-${long.slice(6, 8)}`;
};

/** The day before or after: "before the 26th" ends on the 25th. */
const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** `HOBGOV 19950601 - 19990815`, `HOBREB > 990816`, `ARN` → a code and its days. */
const toCode = (text: string): DatedCode[] => {
  const [, code = '', mark, first = '', second = ''] =
    /^\s*([^\s<>]+)\s*(?:([<>])?\s*(\d{6}|\d{8})(?:\s*-\s*(\d{6}|\d{8}))?)?\s*$/.exec(text) ?? [];
  if (!/^[A-Za-z/]+$/.test(code)) return [];
  const upper = code.toUpperCase();
  if (first === '') return [{ code: upper, from: '', to: '' }];
  if (mark === '<') return [{ code: upper, from: '', to: shifted(toDay(first), -1) }];
  if (mark === '>') return [{ code: upper, from: shifted(toDay(first), 1), to: '' }];
  return [{ code: upper, from: toDay(first), to: toDay(second) }];
};

/** Capitals as news writes them: `MINAS_TIRITH` → Minas Tirith; short names keep their capitals as well. */
const toNames = (raw: string): string[] => {
  const name = raw.replaceAll('_', ' ').replace(/\s+/g, ' ').trim().replace(/^THE /, '');
  const title = name.toLowerCase().replace(/(?<=^|[\s.-])\p{L}/gu, (letter) => letter.toUpperCase());
  const asWritten = title.replace(/(?<=\s)(?:Of|The)(?=\s)/g, (word) => word.toLowerCase());
  return name.length <= 4 ? [asWritten, name] : [asWritten];
};

/** The actors of a PETRARCH actor file. Entries without any code, and those it discards (`---`), are left out. */
export const readActors = (text: string): PetrarchActor[] => {
  const actors: { names: string[]; codes: DatedCode[] }[] = [];
  for (const line of text.replace(COMMENTS, '').split('\n')) {
    const plain = line.replace(/#.*$/, '').trim();
    const codes = [...plain.matchAll(/\[([^\]]*)\]/g)].flatMap((found) => toCode(found[1] ?? ''));
    const name = plain.replace(/\[.*$/, '').trim();
    const isAlias = name.startsWith('+');
    if (name !== '' && !isAlias) actors.push({ names: [], codes: [] });
    const actor = actors.at(-1);
    if (name !== '') actor?.names.push(...toNames(name.replace(/^\+/, '')));
    actor?.codes.push(...codes);
  }
  return actors.filter(({ codes }) => codes.length > 0);
};

/** An agent of a PETRARCH agent file: words for people, and what they add to a country's code. */
export interface PetrarchAgent {
  readonly words: readonly string[];
  readonly sector: string;
}

const pluralOf = (word: string): string => (/[^aeiou]y$/.test(word) ? word.replace(/y$/, 'ies') : `${word}s`);

/** The agents of a PETRARCH agent file, substitution sets (`!PERSON! = MAN, MEN`) filled in, regular plurals made. */
export const readAgents = (text: string): PetrarchAgent[] => {
  const sets = new Map<string, string[]>();
  return text
    .replace(COMMENTS, '')
    .split('\n')
    .flatMap((line): PetrarchAgent[] => {
      const plain = line.replace(/#.*$/, '').trim();
      const [, set, members] = /^!(\w+)!\s*=\s*(.*)$/.exec(plain) ?? [];
      if (set !== undefined)
        sets.set(
          set,
          (members ?? '').split(',').map((each) => each.trim()),
        );
      const [, name = '', plural, code = ''] = /^([^{[]*?)\s*(?:\{([^}]*)\})?\s*\[\s*([^\]]*?)\s*\]/.exec(plain) ?? [];
      const sector = code.replace('~', '').trim();
      if (name === '' || sector === '') return [];
      const marked = /!(\w+)!/.exec(name);
      const named =
        marked === null ? [name] : (sets.get(marked[1] ?? '') ?? []).map((each) => name.replace(marked[0], each));
      const words = named.map((each) => each.replaceAll('_', ' ').toLowerCase().trim());
      const plurals = plural === undefined ? words.map(pluralOf) : [plural.replaceAll('_', ' ').toLowerCase()];
      return [{ words: [...words, ...plurals].filter((each) => each !== ''), sector }];
    });
};

/** `ARNGOV` → ARN GOV: three letters each; what cannot be cut so stays whole. */
export const spaced = (code: string): string =>
  code.length > 3 && code.length % 3 === 0 && !code.includes('/') ? (code.match(/.{3}/g) ?? []).join(' ') : code;

/** Ids of three capitals that no country of the codebook has: XAA, XAB … */
const freeIds = function* (codebook: Codebook): Generator<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const first of ['X', 'Q'])
    for (const second of letters)
      for (const third of letters) {
        const id = first + second + third;
        if (codebook.nations.byCode(id) === undefined) yield id;
      }
};

const codesOf = ({ codes }: PetrarchActor) => {
  const dated = codes.filter(({ from, to }) => from !== '' || to !== '');
  const always = codes.find(({ from, to }) => from === '' && to === '')?.code ?? codes[0]?.code ?? '';
  return { code: spaced(always), codes: dated.map((each) => ({ ...each, code: spaced(each.code) })) };
};

/** A row of the table of people: names of several words may be anybody's. */
const toRow = (actor: PetrarchActor): string => {
  const { code, codes } = codesOf(actor);
  const terms = [...codes.map((each) => `${each.from}/${each.to} ${each.code}`), `/ ${code}`];
  return `${actor.names.join(';')}||${terms.join('|')}`;
};

/**
 * A codebook file that lays a PETRARCH world over ours: its actors are countries and bodies by the names that ours has for them,
 * and new countries where it has none, for the dictionaries do not say of what kind an actor is; names of several words may
 * be people too. Its agents are words for sectors.
 */
export const toOverlay = (
  actors: readonly PetrarchActor[],
  agents: readonly PetrarchAgent[],
  codebook: Codebook,
): CodebookFile => {
  const ids = freeIds(codebook);
  const countries = new Map<string, object>();
  const organizations = new Map<string, object>();
  for (const actor of actors) {
    const coded = codesOf(actor);
    const [name = '', ...aliases] = actor.names;
    const country = actor.names
      .map((each) => codebook.nations.countryOf(each))
      .find((found) => found?.match === 'name');
    const body = actor.names.map((each) => codebook.nations.organizationOf(each)).find((found) => found !== undefined);
    const own = name.toLowerCase();
    const id: string = ids.next().value ?? '';
    if (country !== undefined) countries.set(country.country.id, { ...country.country, ...coded });
    else if (body !== undefined) organizations.set(body.id, { ...body, ...coded });
    else if (coded.code.split(' ').length > 2) organizations.set(own, { id: own, name, aliases, ...coded });
    else countries.set(id, { id, name, aliases, ...coded });
  }
  const rows = actors.filter(({ names }) => names.some((name) => name.includes(' '))).map(toRow);
  const sectors = agents.map(({ words, sector }, at) => ({ id: `agent-${at}`, sector: spaced(sector), words }));
  const people = [{ id: 'actors', rows: rows.join('\n') }];
  const sections = { countries: [...countries.values()], organizations: [...organizations.values()], sectors, people };
  return { name: 'petrarch', text: JSON.stringify(sections) };
};
