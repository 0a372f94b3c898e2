import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ReadoutError, readInput } from '../src/intake/index.ts';
import { type GoldPage, readFundus } from './pages.ts';
import { type EvalContext, shareFigure, type Table } from './report.ts';

/** The language of the papers of a country's folder; countries whose papers are in several are named by paper. */
const OF_COUNTRY: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ar: 'eg',
    bg: 'bg',
    cs: 'cz',
    da: 'dk',
    de: 'at ch de il li',
    el: 'gr',
    en: 'au ca gh ie ind ke my na ng nz ph uk us mx tw',
    es: 'ar bo cl co es pe py uy ve',
    fi: 'fi',
    fr: 'fr',
    hu: 'hu',
    id: 'id',
    is: 'is',
    it: 'it',
    ja: 'jp',
    ko: 'kr',
    lt: 'lt',
    nl: 'nl',
    no: 'no',
    pl: 'pl',
    pt: 'br pt',
    ro: 'ro',
    ru: 'ru',
    sv: 'se',
    sw: 'tz',
    tr: 'tr',
    vi: 'vn',
    zh: 'cn',
  }).flatMap(([language, countries]) => countries.split(' ').map((country) => [country, language])),
);
const OF_PAPER: Readonly<Record<string, string>> = {
  'za/DailyMaverick': 'en',
  'za/TimesLive': 'en',
  'za/Ilanga': 'zu',
  'za/Isolezwe': 'zu',
  'za/EyethuNews': 'zu',
  'za/IsolezweLesiXhosa': 'xh',
};

const goldOf = ({ name }: GoldPage): string | undefined =>
  OF_PAPER[name.split('.json')[0] ?? ''] ?? OF_COUNTRY[name.split('/')[0] ?? ''];

/** ISO 639 counts these as one language ("ms" is the macrolanguage of Indonesian, "no" that of Bokmål). */
const macro: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', id: 'ms' };
const plain = (language: string): string => {
  const primary = language.split('-')[0] ?? '';
  return macro[primary] ?? primary;
};

const languageIn = (name: string, bytes: Uint8Array): string | null => {
  try {
    return readInput({ name, bytes }).language;
  } catch (error) {
    if (error instanceof ReadoutError) return null;
    throw error;
  }
};

/** A text, its language, and the one that intake finds. */
interface Told {
  readonly name: string;
  readonly gold: string;
  readonly own: string;
}

const tell = (name: string, bytes: Uint8Array, gold: string): readonly Told[] => {
  const own = languageIn(name, bytes);
  return own === null ? [] : [{ name, gold: plain(gold), own: plain(own) }];
};

/** Of the paragraphs of a page, those long enough to be told: a sentence of news. */
const paragraphsOf = ({ name, body }: GoldPage, gold: string): readonly Told[] =>
  body
    .split('\n')
    .filter((line) => line.length >= (['ja', 'ko', 'zh'].includes(gold) ? 30 : 80))
    .flatMap((line) => tell(`${name}: ${line.slice(0, 60)}`, new TextEncoder().encode(line), gold));

const figuresOf = (set: string, label: string, all: readonly Told[]) => [
  shareFigure(
    `language/${set}/right`,
    `${label}: language right`,
    all.filter(({ own, gold }) => own === gold).length,
    all.length,
  ),
  shareFigure(
    `language/${set}/english`,
    `${label}: English or not, right`,
    all.filter(({ own, gold }) => (own === 'en') === (gold === 'en')).length,
    all.length,
  ),
];

/** The language that intake tells of news pages, and of their paragraphs alone, which declare none. */
export const scoreLanguage = async ({ gold, split, errors }: EvalContext): Promise<Table[]> => {
  const folder = join(gold, split === 'test' ? 'pages-test' : 'pages', 'fundus');
  if (!existsSync(folder)) return [];
  const pages = readFundus(folder).flatMap((page) => {
    const language = goldOf(page);
    return language === undefined ? [] : [{ page, language }];
  });
  const whole = pages.flatMap(({ page, language }) => tell(page.name, page.html, language));
  const parts = pages.flatMap(({ page, language }) => paragraphsOf(page, language));
  const wrong = [...whole, ...parts].filter((told) => told.own !== told.gold);
  const languages = new Set(pages.map(({ language }) => language)).size;
  return [
    {
      task: 'language',
      title: `fundus: ${whole.length} pages in ${languages} languages, and ${parts.length} of their paragraphs`,
      figures: [...figuresOf('pages', 'pages', whole), ...figuresOf('paragraphs', 'paragraphs', parts)],
      errors: errors ? wrong.map(({ name, own, gold: right }) => `${name}: ${own}, gold ${right}`) : [],
    },
  ];
};
